package org.tillwright.register.tendering;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.CashNotes;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.selling.CartDrawing;
import org.tillwright.register.tendering.TenderingState.Keys;
import org.tillwright.register.tendering.TenderingState.PaymentRow;
import org.tillwright.register.tendering.TenderingState.QuickNote;
import org.tillwright.register.tendering.TenderingState.TenderKey;
import org.tillwright.register.tendering.TenderingState.Work;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.value.OwnNumber;

/** What is offered to pay with, and what was paid so far, in words and figures. */
record TenderingDrawing(TenderDesk desk, CashTender cash, WalletPayments wallets, Texts texts) {

    static final String TAKE_BACK = "take-back";

    private SaleSession sale() {
        return desk.sale();
    }

    TenderingState state(
            Announcement notice, Work work, String hint, boolean canTakeCard, boolean canTip, boolean canSplit) {
        Money due = sale().due();
        boolean isRefund = due.isNegative();
        return new TenderingState(
                CartDrawing.of(sale(), 0, texts),
                notice,
                texts.text(isRefund ? "tendering.due-back" : "tendering.due"),
                amount(isRefund ? due.negated() : due) + " " + due.currency().code(),
                dueNote(),
                notes(),
                payments(),
                work,
                hint,
                keys(canTakeCard, canTip, canSplit));
    }

    /** What the empty entry field says. */
    static String hint(Work work, Texts texts) {
        Prompt prompt = work.prompt();
        Choices choices = work.choices();
        if (prompt != null) {
            return prompt.hint();
        }
        return choices != null ? choices.hint() : texts.text("tendering.entry");
    }

    /** Keys for amounts that people are likely to give; nothing when all is paid. */
    List<QuickNote> notes() {
        Money due = cash.share(sale().cashDue());
        List<QuickNote> notes = new ArrayList<>();
        if (!sale().due().isZero() && desk.offer().takes(TenderType.CASH)) {
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

    /** Whose share is asked for; else what is due in cash, where there are no coins for what is due; empty otherwise. */
    String dueNote() {
        if (desk.shares().isOn()) {
            return desk.shares().words(sale().due(), texts);
        }
        Money inCash = sale().cashDue();
        return inCash.equals(sale().due())
                ? ""
                : texts.text("tendering.in-cash", amount(inCash.isNegative() ? inCash.negated() : inCash));
    }

    Keys keys(boolean canTakeCard, boolean canTip, boolean canSplit) {
        TenderOffer offer = desk.offer();
        boolean isRefund = sale().due().isNegative();
        List<TenderKey> others = offer.types().stream()
                .filter(type -> type != TenderType.CASH && type != TenderType.CARD)
                .filter(type -> !isRefund || offer.takesRefunds(type))
                .map(this::key)
                .toList();
        return new Keys(
                cashLabel(),
                offer.takes(TenderType.CASH),
                offer.takes(TenderType.CARD),
                canTakeCard,
                others,
                canTip ? texts.text("tip.key-label") : "",
                canSplit);
    }

    private TenderKey key(TenderType type) {
        String name = texts.text("tender." + type);
        boolean isOn = type != TenderType.WALLET || wallets.isReached();
        return new TenderKey(type.name(), isOn ? name : texts.text("wallet.offline-key", name), isOn);
    }

    private String cashLabel() {
        Money inCash = cash.share(sale().cashDue());
        return inCash.isNegative()
                ? texts.text("selling.pay-out", amount(inCash.negated()))
                : texts.text("selling.cash", amount(inCash));
    }

    List<PaymentRow> payments() {
        List<PaymentRow> rows = new ArrayList<>();
        List<Payment> payments = sale().payments();
        for (int i = 0; i < payments.size(); i++) {
            rows.add(new PaymentRow(
                    i, name(payments.get(i)), amount(payments.get(i).amount())));
        }
        return rows;
    }

    /** How a payment is called: what can be told of its number is its end. */
    String name(Payment payment) {
        var card = payment.card();
        if (card != null && !card.equals(Payment.UNCLEAR_CARD)) {
            return texts.text("tender.card-of", card.scheme(), card.lastFour());
        }
        String name = texts.text("tender." + payment.type().name());
        TenderParticulars said = payment.particulars();
        if (said == null) {
            return name;
        }
        TenderParticulars.Foreign foreign = said.foreign();
        if (foreign != null) {
            Money notes = new Money(Currency.of(foreign.currency()), foreign.amountMinor());
            return texts.text("tender.foreign-of", texts.amount(notes), foreign.currency());
        }
        String reference = said.reference();
        return switch (payment.type()) {
            case GIFT_CARD, STORE_CREDIT, VOUCHER ->
                reference == null ? name : texts.text("tender.numbered", name, OwnNumber.masked(reference));
            case CASH, CARD, COUPON, WALLET, ON_ACCOUNT, FOREIGN_CASH, DEPOSIT -> name;
        };
    }

    /** A payment is to be taken back. */
    Question takeBack(Payment payment) {
        String how =
                switch (payment.type()) {
                    case CARD -> "card";
                    case WALLET -> "wallet";
                    case GIFT_CARD, STORE_CREDIT, ON_ACCOUNT, DEPOSIT -> "value";
                    case VOUCHER -> "voucher";
                    case CASH, FOREIGN_CASH, COUPON -> "cash";
                };
        return new Question(
                texts.text("tendering.take-back.question", name(payment), amount(payment.amount())),
                texts.text("tendering.take-back." + how),
                List.of(
                        new Question.Answer("keep", texts.text("tendering.take-back.keep"), false),
                        new Question.Answer(TAKE_BACK, texts.text("tendering.take-back.do"), true)));
    }

    private String amount(Money money) {
        return texts.figures().amount(money);
    }
}
