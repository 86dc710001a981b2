package org.tillwright.register.sale;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;

/** How the sale in progress is paid: each payment is with its draft on disk before anything else happens. Event thread only. */
public abstract sealed class SaleTendering extends SaleReadings permits SaleSession {

    SaleTendering(SaleInProgress sale, String language) {
        super(sale, language);
    }

    abstract SaleDevices devices();

    abstract void move(SaleInProgress next);

    abstract @Nullable Notice obstacleToSell();

    /** Makes a change if nothing stands in the way. */
    abstract SaleOutcome whenWritten(@Nullable Notice obstacle, Runnable change);

    public abstract Texts texts();

    public abstract boolean isTraining();

    public abstract @Nullable Notice writeDown(String event, String detail);

    /**
     * The customer gives cash; what is too much becomes change. For a refund, exactly what is due goes out. Where the
     * smallest coins are larger than the currency's unit, what they cannot pay is waived on both sides.
     */
    public final SaleOutcome payCash(Money given) {
        return payCash(given, null);
    }

    /** Cash, of which something more is to be said. */
    public final SaleOutcome payCash(Money given, @Nullable TenderParticulars said) {
        SaleInProgress byCash = shown.byCash();
        Notice fault = PaymentRules.cashFault(given, byCash.due(), byCash.cashDue(), texts().figures());
        return fault != null ? new Said(fault) : paid(new Payment(TenderType.CASH, given, null, said));
    }

    /** The terminal approved a card payment. Money has moved, so it is taken whatever else stands in the way. */
    public final SaleOutcome payCard(Money amount, SaleMessage.Card card) {
        return paid(new Payment(TenderType.CARD, amount, card));
    }

    /** Returns null when a card payment of this amount may be asked of the terminal, otherwise why not. */
    public final @Nullable Notice obstacleToCard(Money amount) {
        Notice obstacle = obstacleToSell();
        return obstacle != null ? obstacle : PaymentRules.cardFault(amount, cardDue(), texts().figures());
    }

    /** Keeps with the sale that a payment was asked for, until it is known what became of it: then null. */
    public final void asked(@Nullable Payment payment) {
        move(sale.withAsked(payment));
    }

    /** Keeps with the sale that the terminal was asked for so much. */
    public final void cardAsked(@Nullable Money amount) {
        asked(amount == null ? null : new Payment(TenderType.CARD, amount, null));
    }

    /** Shows the customer what the phone scans to pay. */
    public final void showCode(String code, Money amount) {
        devices().paymentCode(code, amount);
    }

    /** Opens the drawer before the sale is a fact: somebody who pays a share of it gets change. It is written down. */
    public final @Nullable Notice openDrawer(Money change) {
        Notice obstacle = writeDown("DRAWER_OPENED", "change of a share " + change);
        if (obstacle == null && !isTraining()) {
            devices().openDrawer();
        }
        return obstacle;
    }

    /**
     * Takes a payment back. Cash goes back to the customer. A card payment has to be reversed at the terminal by the
     * person who does this, which is written down.
     */
    public final SaleOutcome removePayment(int index) {
        if (index < 0 || index >= sale.payments().size()) {
            return new Said(Notice.of("sale.no-payment"));
        }
        Payment gone = sale.payments().get(index);
        Notice obstacle = gone.card() == null ? null : writeDown("CARD_PAYMENT_REMOVED", PaymentRules.words(gone));
        return whenWritten(obstacle, () -> move(sale.withoutPayment(index)));
    }

    /** A payment in any other way; whoever takes it has checked that it may be taken. */
    public final SaleOutcome pay(Payment payment) {
        return paid(payment);
    }

    private SaleOutcome paid(Payment payment) {
        Notice obstacle = obstacleToSell();
        if (obstacle == null && sale.payments().size() >= SaleLimits.MAX_PAYMENTS) {
            obstacle = Notice.of("sale.too-many-payments");
        }
        boolean hasMoved = payment.card() != null
                || payment.particulars() != null; // then the money is gone, whatever stands in the way
        return whenWritten(hasMoved ? null : obstacle, () -> move(sale.with(payment)));
    }
}
