package org.tillwright.register.selling;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.shop.Reason;

/** Asks why something is done, where the shop wants to know. */
public final class Reasons {

    public static final String DISCOUNT = "DISCOUNT";
    public static final String PRICE = "PRICE";
    public static final String VOID = "VOID";

    private final SaleSession sale;
    private final Conversation talk;

    public Reasons(SaleSession sale, Conversation talk) {
        this.sale = sale;
        this.talk = talk;
    }

    /** True if the shop has reasons for this. */
    public boolean has(String use) {
        return !all(use).isEmpty();
    }

    /**
     * Lets the operator choose one of the shop's reasons. A single one is taken without a question.
     *
     * @param question what is asked
     * @param then told the reason's code, after the talk has ended
     */
    public void ask(String use, Function<Texts, String> question, Consumer<String> then) {
        List<Reason> reasons = all(use);
        if (reasons.size() == 1) {
            talk.leave();
            then.accept(reasons.get(0).reasonId());
            return;
        }
        Filter filter = new Filter(then);
        talk.choose(
                texts -> new Choices(
                        question.apply(texts),
                        "",
                        texts.text("reason.hint"),
                        rows(reasons, filter.wanted, texts),
                        texts.text("reason.nothing")),
                filter);
    }

    private List<Reason> all(String use) {
        return sale.catalogue().shop().reasons(use);
    }

    private List<Choices.Row> rows(List<Reason> reasons, String wanted, Texts texts) {
        return reasons.stream()
                .map(reason -> new Choices.Row(reason.reasonId(), nameOf(reason, texts), "", ""))
                .filter(row -> row.title().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    private String nameOf(Reason reason, Texts texts) {
        return Shop.nameOf(reason, texts.language(), sale.catalogue().store().language());
    }

    /** What was typed narrows the list down. */
    private final class Filter implements Choosing {

        private final Consumer<String> then;
        private String wanted = "";

        Filter(Consumer<String> then) {
            this.then = then;
        }

        @Override
        public void chosen(String id) {
            talk.leave();
            then.accept(id);
        }

        @Override
        public void typed(String text) {
            wanted = text.strip().toLowerCase(Locale.ROOT);
            talk.refresh();
        }
    }
}
