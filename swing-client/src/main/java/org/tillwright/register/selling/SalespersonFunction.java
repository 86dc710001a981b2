package org.tillwright.register.selling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage.Operator;

/** Who sold, where that is another than who sits at the till. */
public final class SalespersonFunction {

    private static final String CASHIER = "";

    private final SaleSession sale;
    private final Conversation talk;

    public SalespersonFunction(SaleSession sale, Conversation talk) {
        this.sale = sale;
        this.talk = talk;
    }

    public void into(Functions functions) {
        functions.put(FunctionId.SALESPERSON, keyed -> {
            if (keyed.isBlank()) {
                choose(() -> {});
            } else {
                byNumber(keyed.strip());
            }
        });
    }

    /** True if the shop wants to know who sold, and nobody has said it of this sale. */
    private boolean isMissing() {
        Boolean asks = sale.catalogue().shop().selling().asksSalesperson();
        return asks != null
                && asks
                && !sale.cart().isEmpty()
                && sale.particulars().salespersonId() == null;
    }

    /** Goes on at once, or first asks who sold where the shop wants to know. */
    public void before(Runnable then) {
        if (isMissing()) {
            choose(then);
        } else {
            then.run();
        }
    }

    /** Asks who sold, and goes on once that is said. */
    private void choose(Runnable then) {
        People people = new People(then);
        talk.choose(people::choices, people);
    }

    private void byNumber(String number) {
        Optional<Operator> who = sale.catalogue().operatorByNumber(number);
        if (who.isPresent()) {
            is(who.get(), () -> {});
        } else {
            talk.say(Announcement.warning(talk.texts().text("salesperson.unknown", number)));
        }
    }

    /** @param who null for whoever is signed on */
    private void is(@Nullable Operator who, Runnable then) {
        SaleOutcome outcome =
                sale.changes().note(known -> known.withSalesperson(who == null ? null : who.operatorId()));
        talk.leave();
        if (outcome instanceof SaleOutcome.Said said) {
            talk.say(Announcement.warning(talk.texts().text(said.notice())));
            return;
        }
        String name = who == null ? talk.texts().text("salesperson.cashier") : who.name();
        talk.say(Announcement.done(talk.texts().text("salesperson.is", name)));
        then.run();
    }

    /** The people of the shop, narrowed down by a part of a name or a number. */
    private final class People implements Choosing {

        private final Runnable then;
        private String typed = "";

        People(Runnable then) {
            this.then = then;
        }

        Choices choices(Texts texts) {
            List<Choices.Row> rows = new ArrayList<>();
            String now = sale.particulars().salespersonId();
            for (Operator each : sale.catalogue().operators()) {
                boolean isFound = each.name().toLowerCase(Locale.ROOT).contains(typed)
                        || each.number().startsWith(typed);
                if (isFound) {
                    String mark = each.operatorId().equals(now) ? "✓ " : "";
                    rows.add(new Choices.Row(each.operatorId(), mark + each.name(), "", each.number()));
                }
            }
            if (typed.isEmpty() && now != null) {
                rows.add(new Choices.Row(CASHIER, texts.text("salesperson.cashier"), "", ""));
            }
            return new Choices(
                    texts.text("salesperson.title"),
                    texts.text("salesperson.detail"),
                    texts.text("salesperson.hint"),
                    rows,
                    texts.text("salesperson.nothing"),
                    now != null
                            ? now
                            : sale.operator().map(Operator::operatorId).orElse(""));
        }

        @Override
        public void typed(String text) {
            typed = text.strip().toLowerCase(Locale.ROOT);
            talk.refresh();
        }

        @Override
        public void chosen(String id) {
            is(sale.catalogue().operatorById(id).orElse(null), then);
        }
    }
}
