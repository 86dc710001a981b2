package org.tillwright.register.tendering;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;

/** Takes paper of somebody else, who pays the shop for it later. It gives no change. */
final class VoucherTender {

    /** Signs of a number, as many as a sale's record keeps. */
    static final int MAX_NUMBER = 60;

    private static final String TAKE = "take";

    private final TenderDesk desk;
    private final TenderGate gate;

    VoucherTender(TenderDesk desk, TenderGate gate) {
        this.desk = desk;
        this.gate = gate;
    }

    /** Asks for the number, and for the worth where it was not keyed before. */
    void pay(String keyed) {
        if (desk.sale().dueBy(TenderType.VOUCHER).minor() <= 0) {
            desk.warn("sale.nothing-due");
            return;
        }
        Optional<Money> worth = worth(keyed);
        if (!keyed.isEmpty() && worth.isEmpty()) {
            desk.warn("tendering.no-amount", keyed);
        } else if (desk.hasRoom()) {
            desk.talk()
                    .keyOrScan(texts -> TenderDesk.prompt("voucher.number", texts), number -> numbered(number, worth));
        }
    }

    private void numbered(String number, Optional<Money> worth) {
        if (!number.matches("[!-~]{1," + MAX_NUMBER + "}")) {
            desk.warn("voucher.no-number", number);
        } else if (isInSale(number)) {
            desk.warn("voucher.again", number);
        } else if (worth.isPresent()) {
            desk.talk().leave();
            valued(number, worth.get());
        } else {
            desk.talk().key(texts -> TenderDesk.prompt("voucher.worth", texts), keyed -> worth(keyed)
                    .ifPresentOrElse(
                            amount -> {
                                desk.talk().leave();
                                valued(number, amount);
                            },
                            () -> desk.warn("tendering.no-amount", keyed)));
        }
    }

    private boolean isInSale(String number) {
        return desk.sale().payments().stream()
                .filter(payment -> payment.type() == TenderType.VOUCHER)
                .map(Payment::particulars)
                .anyMatch(said -> said != null && number.equals(said.reference()));
    }

    private Optional<Money> worth(String keyed) {
        return KeyedFigures.amount(keyed, desk.currency()).filter(amount -> !amount.isZero());
    }

    /** What a voucher is worth beyond what is due is lost: that is asked about, because the customer loses it. */
    private void valued(String number, Money worth) {
        Money due = desk.sale().dueBy(TenderType.VOUCHER);
        if (worth.minor() <= due.minor()) {
            take(number, worth);
            return;
        }
        desk.talk().ask(texts -> question(texts, worth, due), answer -> {
            if (answer.equals(TAKE)) {
                take(number, due);
            }
        });
    }

    private Question question(Texts texts, Money worth, Money due) {
        return new Question(
                texts.text("voucher.more.question", desk.amount(worth), desk.amount(due)),
                texts.text("voucher.more.detail", desk.amount(worth.minus(due))),
                List.of(
                        new Question.Answer("keep", texts.text("voucher.more.keep"), false),
                        new Question.Answer(TAKE, texts.text("voucher.more.take", desk.amount(due)), true)));
    }

    private void take(String number, Money amount) {
        gate.admit(
                TenderType.VOUCHER,
                amount,
                (@Nullable String reason) -> desk.pay(new Payment(
                        TenderType.VOUCHER, amount, null, new TenderParticulars(number, null, null, reason))));
    }
}
