package org.tillwright.register.sale;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.wire.TenderType;

/** What screens read of the sale in progress: goods, amounts, and what is known of it. Event thread only. */
public abstract sealed class SaleReadings permits SaleSession {

    /** The sale as it is now. */
    SaleInProgress sale;

    /** What screens ask of it, worked out once. */
    ShownSale shown;

    final GoodsChecks goods = new GoodsChecks();

    SaleReadings(SaleInProgress sale, String language) {
        this.sale = sale;
        this.shown = new ShownSale(sale, language);
    }

    final void hold(SaleInProgress next, String language) {
        sale = next;
        shown = new ShownSale(next, language);
    }

    /** What was asked and answered of the goods of this sale. */
    public final GoodsChecks goods() {
        return goods;
    }

    public final boolean isEmpty() {
        return sale.isEmpty();
    }

    public final List<SaleLine> lines() {
        return shown.lines();
    }

    public final List<Payment> payments() {
        return sale.payments();
    }

    /** What the goods come to. */
    public final Money total() {
        return sale.total();
    }

    /** What is owed in all: the goods, and what is paid beside them. */
    public final Money payable() {
        return sale.payable();
    }

    /** The goods and what decides on their prices, as they are now. */
    public final Cart cart() {
        return sale.cart();
    }

    /** The prices that this sale sells by. */
    public final PriceBook book() {
        return sale.book();
    }

    /** What is known of the sale beyond goods and payments. */
    public final Particulars particulars() {
        return sale.particulars();
    }

    /** A number that no line of this sale ever had; those after it are free too. */
    public final int nextLine() {
        return sale.nextLine();
    }

    public final UUID transactionId() {
        return sale.transactionId();
    }

    /** What is still to be paid; negative when money has to go back to the customer. */
    public final Money due() {
        return sale.due();
    }

    /** What is still to be paid if it is paid in cash: an amount that there are coins for. */
    public final Money cashDue() {
        return shown.byCash().cashDue();
    }

    /** What is still to be paid if a card pays it. */
    public final Money cardDue() {
        return sale.payableBy(TenderType.CARD).due();
    }

    /** What was taken off the whole sale. */
    public final Money savings() {
        return shown.savings();
    }

    /** What is still to be paid if this way of paying pays it all. */
    public final Money dueBy(TenderType type) {
        return sale.payableBy(type).due();
    }

    /** An amount of cash that there are coins for. */
    public final Money inCoins(Money amount) {
        return sale.rounding().due(amount);
    }

    /** A payment that nobody knows the end of; after a crash it is still here. */
    public final Optional<Payment> asked() {
        return Optional.ofNullable(sale.asked());
    }

    /** A card payment that nobody knows the end of. */
    public final Optional<Money> cardAsked() {
        return asked().filter(payment -> payment.type() == TenderType.CARD).map(Payment::amount);
    }

    /** True when nothing is left to pay and there is something to finish. */
    public final boolean canFinish() {
        boolean isSomething =
                !sale.cart().isEmpty() || !sale.particulars().moneyIn().isEmpty();
        return isSomething && sale.isSettled();
    }
}
