package org.tillwright.register.sale;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.Deposits;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.sale.SaleMoment;

/**
 * One state of a sale: immutable, always priced, always from the one catalogue that it began with and at the moment when it
 * began. Deposits are in step with their goods.
 *
 * @param nextLine the number of the next line; numbers of voided lines are not given out again
 * @param particulars what is known of it beyond goods and payments; of lines that are there only
 * @param asked payment whose end nobody knows yet, by card, wallet or at the server, or null; any other waits until it is known
 */
record SaleInProgress(
        UUID transactionId,
        Instant begunAt,
        Catalogue catalogue,
        int nextLine,
        Cart cart,
        List<Payment> payments,
        @Nullable Payment asked,
        Particulars particulars,
        PricedCart priced) {

    SaleInProgress {
        payments = List.copyOf(payments);
        particulars = particulars.forLines(
                cart.lines().stream().map(Cart.Line::number).collect(Collectors.toSet()));
    }

    static SaleInProgress begin(UUID transactionId, Instant begunAt, Catalogue catalogue) {
        SaleContext context =
                SaleContext.of(momentOf(begunAt, catalogue), catalogue.store().storeId());
        Cart cart = new Cart(context, List.of(), List.of());
        return new SaleInProgress(
                transactionId,
                begunAt,
                catalogue,
                1,
                cart,
                List.of(),
                null,
                Particulars.NONE,
                pricedAsBefore(cart, catalogue));
    }

    static LocalDateTime momentOf(Instant begunAt, Catalogue catalogue) {
        return SaleMoment.of(begunAt, catalogue.store().timeZone());
    }

    /**
     * Returns the sale with one more line that {@link LineRules} let in, or with the line of the same number changed.
     *
     * @throws UnpricedItemException if a line, or a deposit that follows it, would be without a price: prices may count on
     *     some days, in some stores and from some quantity on only
     */
    SaleInProgress with(Cart.Line line) throws UnpricedItemException {
        return with(cart.with(line), Math.max(nextLine, line.number() + 1));
    }

    /**
     * Returns the sale without a line and its deposits.
     *
     * @throws UnpricedItemException if what stays is too little for the only price it has
     */
    SaleInProgress without(int lineNumber) throws UnpricedItemException {
        return with(cart.without(lineNumber), nextLine);
    }

    SaleInProgress withCoupon(String code) {
        SaleContext context = cart.context();
        Set<String> codes = new HashSet<>(context.couponCodes());
        codes.add(code);
        return with(new SaleContext(
                context.at(),
                context.storeId(),
                context.customerGroups(),
                context.customerId(),
                context.taxExempt(),
                codes,
                context.tender(),
                context.usedByCustomer()));
    }

    SaleInProgress with(Payment payment) {
        List<Payment> changed = new ArrayList<>(payments);
        changed.add(payment);
        return withPayments(changed);
    }

    SaleInProgress withoutPayment(int index) {
        List<Payment> changed = new ArrayList<>(payments);
        changed.remove(index);
        return withPayments(changed);
    }

    SaleInProgress withAsked(@Nullable Payment payment) {
        return new SaleInProgress(
                transactionId, begunAt, catalogue, nextLine, cart, payments, payment, particulars, priced);
    }

    /** Returns the same goods as a sale of its own, which nobody has paid anything of. */
    SaleInProgress named(UUID id) {
        return new SaleInProgress(id, begunAt, catalogue, nextLine, cart, List.of(), null, particulars, priced);
    }

    /** Returns the sale with something else known of it; goods and prices stay. */
    SaleInProgress with(Particulars changed) {
        return new SaleInProgress(transactionId, begunAt, catalogue, nextLine, cart, payments, asked, changed, priced);
    }

    /** Returns this state with another number for the next line. */
    SaleInProgress withNextLine(int next) {
        return new SaleInProgress(transactionId, begunAt, catalogue, next, cart, payments, asked, particulars, priced);
    }

    /**
     * Returns the sale with another cart: other lines, discounts or another context, priced anew.
     *
     * @throws UnpricedItemException if a line, or a deposit that follows it, would be without a price
     */
    SaleInProgress with(Cart changed) throws UnpricedItemException {
        int after = changed.lines().stream().mapToInt(Cart.Line::number).max().orElse(0) + 1;
        return with(changed, Math.max(nextLine, after));
    }

    /**
     * Returns this empty sale with what a draft has.
     *
     * @throws UnpricedItemException if an item of the draft has no price any more
     */
    SaleInProgress restored(Cart kept, int next, List<Payment> paid, @Nullable Payment open)
            throws UnpricedItemException {
        int after = kept.lines().stream().mapToInt(Cart.Line::number).max().orElse(0) + 1;
        return with(kept, Math.max(next, after)).withPayments(paid).withAsked(open);
    }

    private SaleInProgress with(Cart changed, int next) throws UnpricedItemException {
        PriceBook book = bookOf(changed.context(), catalogue);
        Cart inStep = Deposits.inStep(changed, book, next);
        int after = inStep.lines().stream().mapToInt(Cart.Line::number).max().orElse(0) + 1;
        return new SaleInProgress(
                transactionId,
                begunAt,
                catalogue,
                Math.max(next, after),
                inStep,
                payments,
                asked,
                particulars,
                PricingEngine.price(inStep, book));
    }

    private SaleInProgress with(SaleContext context) {
        Cart changed = cart.withContext(context);
        return new SaleInProgress(
                transactionId,
                begunAt,
                catalogue,
                nextLine,
                changed,
                payments,
                asked,
                particulars,
                pricedAsBefore(changed, catalogue));
    }

    private SaleInProgress withPayments(List<Payment> changed) {
        SaleInProgress paid = new SaleInProgress(
                transactionId, begunAt, catalogue, nextLine, cart, changed, null, particulars, priced);
        return paid.payableBy(null);
    }

    /**
     * Returns the sale as it is when the rest is paid in this way: a promotion may ask that one way of paying pays it all.
     *
     * @param next null when nobody has said how the rest is paid
     */
    SaleInProgress payableBy(@Nullable TenderType next) {
        if (!catalogue.dependsOnTender()) {
            return this;
        }
        Set<TenderType> types = new HashSet<>();
        payments.forEach(payment -> types.add(payment.type()));
        if (next != null) {
            types.add(next);
        }
        SaleContext now = cart.context();
        String tender = types.size() == 1 ? types.iterator().next().name() : null;
        if (Objects.equals(tender, now.tender())) {
            return this;
        }
        return with(new SaleContext(
                now.at(),
                now.storeId(),
                now.customerGroups(),
                now.customerId(),
                now.taxExempt(),
                now.couponCodes(),
                tender,
                now.usedByCustomer()));
    }

    boolean isEmpty() {
        return cart.isEmpty() && payments.isEmpty() && particulars.moneyIn().isEmpty();
    }

    /** True if nothing at all is known of it: it may as well begin anew. */
    boolean isUntouched() {
        return isEmpty()
                && particulars.equals(Particulars.NONE)
                && cart.discounts().isEmpty()
                && cart.context()
                        .equals(SaleContext.of(
                                cart.context().at(), cart.context().storeId()));
    }

    /** The last line that somebody rang up: not a deposit that came with it. */
    Cart.@Nullable Line lastLine() {
        for (int i = cart.lines().size() - 1; i >= 0; i--) {
            if (cart.lines().get(i).follows() == null) {
                return cart.lines().get(i);
            }
        }
        return null;
    }

    Money total() {
        return priced.total();
    }

    /** What the customer owes in all: the goods, and what is paid beside them. */
    Money payable() {
        return total().plus(particulars.beside(catalogue.currency()));
    }

    Money paid() {
        return payments.stream().map(Payment::amount).reduce(catalogue.zero(), Money::plus);
    }

    /** What is left to pay, to the smallest unit of the currency; negative when money goes back. */
    Money due() {
        return payable().minus(priced.paidByManufacturers()).minus(paid());
    }

    /** What is left if it is paid in cash: an amount that there are coins for. */
    Money cashDue() {
        return rounding().due(payableBy(TenderType.CASH).due());
    }

    /** What goes back in cash of a sale that was paid with too much; zero for a refund. */
    Money change() {
        Money left = due();
        boolean isTooMuch = left.isNegative() && !payable().isNegative();
        return isTooMuch ? rounding().change(left.negated()) : catalogue.zero();
    }

    /** True if nothing is left to pay: nothing at all, or, where cash paid last, nothing that there are coins for. */
    boolean isSettled() {
        Money left = due();
        boolean isRefund = payable().isNegative();
        boolean cashIsLast =
                !payments.isEmpty() && payments.get(payments.size() - 1).type() == TenderType.CASH;
        return left.isZero()
                || (left.isNegative() && !isRefund)
                || (cashIsLast && (rounding().due(left).isZero() || isWithinCoins(left)));
    }

    /** Cash that goes back for goods is rounded as a whole up to now, which may leave a coin's part either way. */
    private boolean isWithinCoins(Money left) {
        return !particulars.returned().isEmpty()
                && payable().isNegative()
                && Math.abs(left.minor()) < rounding().incrementMinor();
    }

    CashRounding rounding() {
        return book().rules().cashRounding();
    }

    PriceBook book() {
        return bookOf(cart.context(), catalogue);
    }

    Catalogue.Item item(String itemId) {
        return catalogue.find(itemId).orElseThrow(() -> new IllegalStateException("no item " + itemId));
    }

    private static PriceBook bookOf(SaleContext context, Catalogue catalogue) {
        return catalogue.priceBook(context.at().toLocalDate());
    }

    /** Prices lines that have been priced: no line loses its price by a coupon or a way of paying. */
    private static PricedCart pricedAsBefore(Cart cart, Catalogue catalogue) {
        try {
            return PricingEngine.price(cart, bookOf(cart.context(), catalogue));
        } catch (UnpricedItemException e) {
            throw new IllegalStateException("a line without a price was let into the cart", e);
        }
    }
}
