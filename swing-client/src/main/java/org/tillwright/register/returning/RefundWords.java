package org.tillwright.register.returning;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderType;

/** Says by which way money goes back. */
final class RefundWords {

    private static final int SHOWN_DIGITS = 4;

    private RefundWords() {}

    static String name(RefundPlan.Part part, Texts texts) {
        TenderType way = part.way();
        if (way == null) {
            return texts.text("refund.way.none");
        }
        SaleMessage.Card card = part.card();
        if (way == TenderType.CARD && card != null) {
            return texts.text("refund.way.this-card", card.scheme(), card.lastFour());
        }
        String number = part.reference();
        return number == null
                ? texts.text(way == TenderType.STORE_CREDIT ? "refund.way.new-credit" : "refund.way." + words(way))
                : texts.text("refund.way.number." + words(way), lastOf(number));
    }

    static String detail(RefundPlan.Part part, Texts texts) {
        @Nullable TenderType from = part.from();
        if (part.way() == null) {
            return texts.text("refund.way.choose");
        }
        return from == null ? texts.text("refund.from.none") : texts.text("refund.from." + words(from));
    }

    private static String words(TenderType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String lastOf(String number) {
        return number.length() <= SHOWN_DIGITS ? number : number.substring(number.length() - SHOWN_DIGITS);
    }
}
