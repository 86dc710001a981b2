package org.tillwright.register.sale;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.MoneyFormat;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;

/** What goes on around a payment that is none yet: it was asked for, a code is shown, a drawer opens. Event thread only. */
public final class SalePaying {

    private final SaleSession session;
    private final SaleDevices devices;

    SalePaying(SaleSession session, SaleDevices devices) {
        this.session = session;
        this.devices = devices;
    }

    /** Cash, of which something more is to be said; otherwise as {@link SaleSession#payCash}. */
    public SaleOutcome cash(Money given, @Nullable TenderParticulars said) {
        SaleInProgress byCash = session.shown.byCash();
        MoneyFormat figures = session.texts().figures();
        Notice fault = PaymentRules.cashFault(given, byCash.due(), byCash.cashDue(), figures);
        return fault != null ? new Said(fault) : take(new Payment(TenderType.CASH, given, null, said));
    }

    /** Returns null when a card payment of this amount may be asked of the terminal, otherwise why not. */
    public @Nullable Notice obstacleToCard(Money amount) {
        Notice obstacle = session.obstacleToSell();
        return obstacle != null
                ? obstacle
                : PaymentRules.cardFault(
                        amount, session.cardDue(), session.texts().figures());
    }

    /** Puts a payment into the sale. */
    SaleOutcome take(Payment payment) {
        Notice obstacle = session.obstacleToSell();
        if (obstacle == null && session.payments().size() >= SaleLimits.MAX_PAYMENTS) {
            obstacle = Notice.of("sale.too-many-payments");
        }
        boolean hasMoved = payment.card() != null
                || payment.particulars() != null; // then the money is gone, whatever stands in the way
        return session.whenWritten(hasMoved ? null : obstacle, () -> session.move(session.sale.with(payment)));
    }

    SaleOutcome takeBack(int index) {
        if (index < 0 || index >= session.payments().size()) {
            return new Said(Notice.of("sale.no-payment"));
        }
        Payment gone = session.payments().get(index);
        Notice obstacle =
                gone.card() == null ? null : session.writeDown("CARD_PAYMENT_REMOVED", PaymentRules.words(gone));
        return session.whenWritten(obstacle, () -> session.move(session.sale.withoutPayment(index)));
    }

    /** Keeps with the sale that a payment was asked for, until it is known what became of it: then null. */
    public void asked(@Nullable Payment payment) {
        session.move(session.sale.withAsked(payment));
    }

    /** Shows the customer what the phone scans to pay. */
    public void showCode(String code, Money amount) {
        devices.paymentCode(code, amount);
    }

    /**
     * Opens the drawer before the sale is a fact: somebody who pays a share of it gets change.
     *
     * @return null, or why it stays shut: it could not be written down
     */
    public @Nullable Notice openDrawer(Money change) {
        Notice obstacle = session.writeDown("DRAWER_OPENED", "change of a share " + change);
        if (obstacle == null && !session.isTraining()) {
            devices.openDrawer();
        }
        return obstacle;
    }
}
