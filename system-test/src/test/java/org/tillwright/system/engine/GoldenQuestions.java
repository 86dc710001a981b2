package org.tillwright.system.engine;

import java.util.List;
import org.tillwright.browser.DoorTexts;
import org.tillwright.core.pricing.GoldenTotals;

/** The carts that a person priced by hand, as questions. */
final class GoldenQuestions {

    private GoldenQuestions() {}

    static List<Question> all() {
        return GoldenTotals.rows().stream()
                .map(row -> Question.of(Question.Kind.price, DoorTexts.text(row.cart()), DoorTexts.text(row.book())))
                .toList();
    }

    /** Returns what the answer must hold. */
    static String totals(GoldenTotals.Row row) {
        String currency = row.book().currency().code();
        return "\"net\":%s,\"tax\":%s,\"total\":%s}"
                .formatted(
                        money(currency, row.netMinor()),
                        money(currency, row.taxMinor()),
                        money(currency, row.totalMinor()));
    }

    private static String money(String currency, long minor) {
        return "{\"currency\":\"%s\",\"minor\":%d}".formatted(currency, minor);
    }
}
