package org.tillwright.register.tendering;

import java.util.List;
import java.util.Optional;
import org.tillwright.core.money.Money;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.SaleLimits;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;

/** Takes cash, and gives it back. Change is the sale's; of a share that is not the last, it is said here. */
final class CashTender {

    static final String GIVEN = "given";

    private final TenderDesk desk;
    private final TenderGate gate;

    CashTender(TenderDesk desk, TenderGate gate) {
        this.desk = desk;
        this.gate = gate;
    }

    /** Takes what was keyed; what is due in coins when nothing was. */
    void pay(String keyed) {
        Money due = desk.sale().cashDue();
        Optional<Money> given = keyed.isEmpty() ? Optional.of(share(due)) : KeyedFigures.amount(keyed, desk.currency());
        if (given.isEmpty()) {
            desk.warn("tendering.no-amount", keyed);
        } else {
            boolean isRefund = desk.sale().due().isNegative();
            boolean isKeyedForRefund = isRefund && !given.get().isNegative();
            pay(isKeyedForRefund ? given.get().negated() : given.get());
        }
    }

    /** So much change is asked about before it is given: the drawer is open at once, and the money gone. */
    private void pay(Money amount) {
        Money change = amount.minus(share(desk.sale().cashDue()));
        boolean isDoubtful = amount.minor() <= SaleLimits.MAX_CASH_MINOR
                && change.minor() > SaleLimits.DOUBTFUL_CHANGE_MINOR
                && desk.sale().due().minor() > 0;
        if (isDoubtful) {
            desk.talk().ask(texts -> doubtful(texts, amount, change), answer -> {
                if (answer.equals(GIVEN)) {
                    admit(amount);
                }
            });
        } else {
            admit(amount);
        }
    }

    /** Takes exactly this: a key that names the amount. */
    void admit(Money amount) {
        Money due = desk.sale().cashDue();
        Money share = share(due);
        boolean isShare = share.minor() < due.minor() && amount.minor() > share.minor();
        Money counted = isShare ? share : amount;
        gate.admit(TenderType.CASH, counted, reason -> {
            TenderParticulars said = reason == null ? null : new TenderParticulars(null, null, null, reason);
            String back = isShare ? shareChange(amount.minus(share)) : "";
            desk.taken(desk.sale().paying().cash(counted, said), counted, back);
        });
    }

    /** One share of several gets its change at once; the drawer opens for it. */
    private String shareChange(Money change) {
        Notice obstacle = desk.sale().paying().openDrawer(change);
        if (obstacle != null) {
            return desk.texts().text(obstacle);
        }
        return desk.texts().text("tendering.share-change", desk.amount(change));
    }

    /** The share that is open, as an amount that there are coins for; all that is due in cash where there is none. */
    Money share(Money cashDue) {
        Money due = desk.sale().due();
        Money current = desk.shares().current(due);
        return current.equals(due) ? cashDue : desk.sale().inCoins(current);
    }

    private Question doubtful(Texts texts, Money given, Money change) {
        return new Question(
                texts.text("tendering.much-cash.question", desk.amount(given)),
                texts.text("tendering.much-cash.detail", desk.amount(change)),
                List.of(
                        new Question.Answer("again", texts.text("tendering.much-cash.again"), false),
                        new Question.Answer(GIVEN, texts.text("tendering.much-cash.given", desk.amount(given)), true)));
    }
}
