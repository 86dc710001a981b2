package org.tillwright.register.sale;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderType;

/**
 * One state of a sale: immutable, always priced, always from the one catalogue that it began with.
 *
 * @param nextLine the number of the next line; numbers of voided lines are not given out again
 * @param cardAsked card payment whose end nobody knows yet, or null; any other payment waits until it is known
 */
record SaleInProgress(
        UUID transactionId,
        Instant begunAt,
        Catalogue catalogue,
        int nextLine,
        Cart cart,
        List<Payment> payments,
        @Nullable Money cardAsked,
        PricedCart priced) {

    SaleInProgress {
        payments = List.copyOf(payments);
    }

    static SaleInProgress begin(UUID transactionId, Instant begunAt, Catalogue catalogue) {
        return new SaleInProgress(
                transactionId, begunAt, catalogue, 1, Cart.EMPTY, List.of(), null, price(Cart.EMPTY, catalogue));
    }

    SaleInProgress with(Cart.Line line) {
        Cart changed = cart.with(line);
        return new SaleInProgress(
                transactionId,
                begunAt,
                catalogue,
                Math.max(nextLine, line.number() + 1),
                changed,
                payments,
                cardAsked,
                price(changed, catalogue));
    }

    SaleInProgress without(int lineNumber) {
        Cart changed = cart.without(lineNumber);
        return new SaleInProgress(
                transactionId, begunAt, catalogue, nextLine, changed, payments, cardAsked, price(changed, catalogue));
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

    SaleInProgress withCardAsked(@Nullable Money amount) {
        return new SaleInProgress(transactionId, begunAt, catalogue, nextLine, cart, payments, amount, priced);
    }

    private SaleInProgress withPayments(List<Payment> changed) {
        return new SaleInProgress(transactionId, begunAt, catalogue, nextLine, cart, changed, null, priced);
    }

    boolean isEmpty() {
        return cart.isEmpty() && payments.isEmpty();
    }

    Cart.@Nullable Line lastLine() {
        return cart.lines().isEmpty() ? null : cart.lines().get(cart.lines().size() - 1);
    }

    Money total() {
        return priced.total();
    }

    Money paid() {
        return payments.stream().map(Payment::amount).reduce(catalogue.zero(), Money::plus);
    }

    Money due() {
        return total().minus(paid());
    }

    List<SaleLine> lines(String language) {
        return priced.lines().stream().map(line -> shown(line, language)).toList();
    }

    SaleLine line(int number, String language) {
        return priced.lines().stream()
                .filter(line -> line.wanted().number() == number)
                .map(line -> shown(line, language))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no line " + number));
    }

    private SaleLine shown(PricedCart.Line line, String language) {
        Catalogue.Item item = item(line.wanted().itemId());
        boolean isOverridden = line.wanted().override() != null;
        return new SaleLine(
                line.wanted().number(),
                item.itemId(),
                catalogue.nameOf(item, language),
                line.quantity(),
                item.unit(),
                line.unitPrice(),
                isOverridden ? line.regularUnitPrice() : null,
                line.extended(),
                isOverridden);
    }

    Catalogue.Item item(String itemId) {
        return catalogue.find(itemId).orElseThrow(() -> new IllegalStateException("no item " + itemId));
    }

    SaleDraft draft() {
        return new SaleDraft(
                transactionId,
                begunAt,
                (long) nextLine,
                cart.lines().stream().map(SaleInProgress::draftLine).toList(),
                payments.stream()
                        .map(payment -> new SaleMessage.Tender(
                                payment.type().name(), payment.amount().minor(), payment.card()))
                        .toList(),
                cardAsked == null ? null : cardAsked.minor());
    }

    private static SaleDraft.DraftLine draftLine(Cart.Line line) {
        PriceOverride override = line.override();
        return new SaleDraft.DraftLine(
                (long) line.number(),
                line.itemId(),
                line.quantity().milli(),
                override == null ? null : override.unitPrice().micro(),
                override == null ? null : override.reason(),
                override == null ? null : override.approverId());
    }

    /**
     * Rebuilds a sale from its draft. Lines whose item is gone or has no price any more are left out: they could not be
     * sold, and the operator sees what is there.
     */
    static SaleInProgress of(SaleDraft draft, Catalogue catalogue) {
        SaleInProgress sale = begin(draft.transactionId(), draft.begunAt(), catalogue);
        for (SaleDraft.DraftLine line : draft.lines()) {
            PriceOverride override = overrideOf(line, catalogue);
            Catalogue.Item item = catalogue.find(line.itemId()).orElse(null);
            if (item != null && (override != null || item.price() != null)) {
                Quantity quantity = new Quantity(line.quantityMilli());
                Cart.Kind kind = quantity.isNegative() ? Cart.Kind.RETURN : Cart.Kind.SALE;
                sale = sale.with(
                        new Cart.Line(Math.toIntExact(line.number()), line.itemId(), kind, quantity, override));
            }
        }
        for (SaleMessage.Tender tender : draft.payments()) {
            TenderType type = TenderType.valueOf(tender.type());
            sale = sale.with(new Payment(type, new Money(catalogue.currency(), tender.amountMinor()), tender.card()));
        }
        Long asked = draft.cardAskedMinor();
        return new SaleInProgress(
                sale.transactionId,
                sale.begunAt,
                catalogue,
                Math.max(sale.nextLine, Math.toIntExact(draft.nextLine())),
                sale.cart,
                sale.payments,
                asked == null ? null : new Money(catalogue.currency(), asked),
                sale.priced);
    }

    private static @Nullable PriceOverride overrideOf(SaleDraft.DraftLine line, Catalogue catalogue) {
        Long micro = line.overrideMicro();
        return micro == null
                ? null
                : new PriceOverride(
                        new UnitPrice(catalogue.currency(), micro),
                        requireNonNull(line.reason()),
                        requireNonNull(line.approverId()));
    }

    private static PricedCart price(Cart cart, Catalogue catalogue) {
        try {
            return PricingEngine.price(cart, catalogue.priceBook());
        } catch (PricingEngine.UnpricedItemException e) {
            throw new IllegalStateException("a line without a price was let into the cart", e);
        }
    }
}
