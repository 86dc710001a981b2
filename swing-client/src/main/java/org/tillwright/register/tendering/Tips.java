package org.tillwright.register.tendering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleParticulars.Kind;
import org.tillwright.wire.SaleParticulars.MoneyIn;

/** Takes a tip beside the bill: it belongs to those who served, bears no tax, and is no income. */
final class Tips {

    private static final int PPM_DIGITS = 6;
    private static final String OTHER = "other";
    private static final String NONE = "none";
    private static final String GIVEN = "given";

    private final TenderDesk desk;

    Tips(TenderDesk desk) {
        this.desk = desk;
    }

    boolean isOffered() {
        return !desk.offer().tipPercentsPpm().isEmpty()
                && desk.sale().total().minor() > 0
                && desk.sale().due().minor() > 0;
    }

    /** Takes what was keyed, or offers percentages of the bill. */
    void key(String keyed) {
        if (!isOffered()) {
            desk.warn("tip.none-due");
        } else if (keyed.isEmpty()) {
            desk.talk().choose(this::choices, choosing());
        } else {
            keyed(keyed);
        }
    }

    private Choices choices(Texts texts) {
        List<Choices.Row> rows = new ArrayList<>();
        for (long ppm : desk.offer().tipPercentsPpm()) {
            String percent = texts.figures().percent(new Rate(ppm));
            rows.add(new Choices.Row(Long.toString(ppm), texts.text("tip.percent", percent), "", desk.amount(of(ppm))));
        }
        rows.add(new Choices.Row(OTHER, texts.text("tip.other"), "", ""));
        if (!now().isZero()) {
            rows.add(new Choices.Row(NONE, texts.text("tip.none"), "", ""));
        }
        return new Choices(
                texts.text("tip.title"),
                texts.text("tip.detail", desk.amount(bill())),
                texts.text("tip.hint"),
                rows,
                "");
    }

    private Choosing choosing() {
        return new Choosing() {
            @Override
            public void chosen(String id) {
                desk.talk().leave();
                if (id.equals(OTHER)) {
                    desk.talk().key(texts -> TenderDesk.prompt("tip.key", texts), keyed -> Tips.this.keyed(keyed));
                } else {
                    take(id.equals(NONE) ? desk.money(0) : of(Long.parseLong(id)));
                }
            }
        };
    }

    private void keyed(String keyed) {
        Optional<Money> read = KeyedFigures.amount(keyed, desk.currency());
        if (read.isEmpty()) {
            desk.warn("tendering.no-amount", keyed);
            return;
        }
        Money tip = read.get();
        desk.talk().leave();
        if (tip.minor() > bill().minor()) {
            desk.talk().ask(texts -> doubtful(texts, tip), answer -> {
                if (answer.equals(GIVEN)) {
                    take(tip);
                }
            });
        } else {
            take(tip);
        }
    }

    private Question doubtful(Texts texts, Money tip) {
        return new Question(
                texts.text("tip.much.question", desk.amount(tip)),
                texts.text("tip.much.detail", desk.amount(bill())),
                List.of(
                        new Question.Answer("again", texts.text("tendering.much-cash.again"), false),
                        new Question.Answer(GIVEN, texts.text("tip.much.given", desk.amount(tip)), true)));
    }

    /** In place of the tip before; zero for none. */
    void take(Money tip) {
        Money less = now().minus(tip);
        if (less.minor() > desk.sale().due().minor()) {
            desk.warn("tip.paid-already");
            return;
        }
        SaleOutcome outcome = desk.sale().changes().note(known -> {
            List<MoneyIn> taken = new ArrayList<>(known.moneyIn());
            taken.removeIf(Tips::isTip);
            if (!tip.isZero()) {
                taken.add(new MoneyIn(Kind.TIP.name(), null, tip.minor()));
            }
            return known.withMoneyIn(taken);
        });
        if (outcome instanceof SaleOutcome.Said said) {
            desk.warn(said.notice());
            return;
        }
        desk.shares().end();
        String text = tip.isZero()
                ? desk.texts().text("tip.gone")
                : desk.texts()
                        .text(
                                "tip.taken",
                                desk.amount(tip),
                                desk.amount(desk.sale().due()));
        desk.talk().say(Announcement.done(text));
    }

    /** More than was asked for moved at the terminal: the customer keyed a tip there. */
    void movedAtTheTerminal(Money asked, Money moved) {
        Money more = moved.minus(asked);
        if (!asked.isNegative() && more.minor() > 0 && isOffered()) {
            taken(more);
        }
    }

    /** A terminal asked for a tip itself, and took so much more than it was asked for. */
    void taken(Money more) {
        take(now().plus(more));
    }

    /** The tip so far; zero for none. */
    Money now() {
        long sum = 0;
        for (MoneyIn taken : desk.sale().particulars().moneyIn()) {
            sum += isTip(taken) ? taken.amountMinor() : 0;
        }
        return desk.money(sum);
    }

    private static boolean isTip(MoneyIn taken) {
        return taken.kind().equals(Kind.TIP.name());
    }

    /** What the percentages are of: the goods, with their tax. */
    private Money bill() {
        return desk.sale().total();
    }

    /** A percentage of the bill, rounded half up to the smallest unit. */
    private Money of(long ppm) {
        return desk.money(BigDecimal.valueOf(bill().minor())
                .multiply(BigDecimal.valueOf(ppm, PPM_DIGITS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
