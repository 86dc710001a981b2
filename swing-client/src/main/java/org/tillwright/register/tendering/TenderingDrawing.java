package org.tillwright.register.tendering;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Money;
import org.tillwright.register.dialogue.CashNotes;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.tendering.TenderingState.PaymentRow;
import org.tillwright.register.tendering.TenderingState.QuickNote;
import org.tillwright.register.text.Texts;

/** What is offered to pay with, and what was paid so far, in words and figures. */
record TenderingDrawing(SaleSession sale, Texts texts) {

    /** Keys for amounts that people are likely to give; nothing when all is paid. */
    List<QuickNote> notes() {
        Money due = sale.cashDue();
        List<QuickNote> notes = new ArrayList<>();
        if (!sale.due().isZero()) {
            boolean isRefund = due.isNegative();
            String exact = amount(isRefund ? due.negated() : due);
            notes.add(new QuickNote(texts.text(isRefund ? "selling.pay-out" : "tendering.exact", exact), due.minor()));
            if (!isRefund) {
                CashNotes.suggestions(due)
                        .forEach(minor -> notes.add(new QuickNote(amount(new Money(due.currency(), minor)), minor)));
            }
        }
        return notes;
    }

    /** What is due in cash, where there are no coins for what is due; empty otherwise. */
    String dueNote() {
        Money cash = sale.cashDue();
        return cash.equals(sale.due())
                ? ""
                : texts.text("tendering.in-cash", amount(cash.isNegative() ? cash.negated() : cash));
    }

    /** What the cash key says. */
    String cashLabel() {
        Money cash = sale.cashDue();
        return cash.isNegative()
                ? texts.text("selling.pay-out", amount(cash.negated()))
                : texts.text("selling.cash", amount(cash));
    }

    List<PaymentRow> payments() {
        List<PaymentRow> rows = new ArrayList<>();
        List<Payment> payments = sale.payments();
        for (int i = 0; i < payments.size(); i++) {
            rows.add(new PaymentRow(
                    i, name(payments.get(i)), amount(payments.get(i).amount())));
        }
        return rows;
    }

    /** How a payment is called. */
    String name(Payment payment) {
        var card = payment.card();
        return card == null || card.equals(Payment.UNCLEAR_CARD)
                ? texts.text("tender." + payment.type().name())
                : texts.text("tender.card-of", card.scheme(), card.lastFour());
    }

    private String amount(Money money) {
        return texts.figures().amount(money);
    }
}
