package org.tillwright.register.sale;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.pricing.Carts;

/** Writes a sale in progress down as its draft, and makes it of its draft again. */
final class SaleDrafts {

    private SaleDrafts() {}

    static SaleDraft of(SaleInProgress sale) {
        Payment asked = sale.asked();
        boolean isCard = asked != null && asked.type() == TenderType.CARD && asked.particulars() == null;
        return new SaleDraft(
                sale.transactionId(),
                sale.begunAt(),
                (long) sale.nextLine(),
                sale.cart().lines().stream()
                        .map(line -> line(line, sale.particulars()))
                        .toList(),
                sale.payments().stream().map(SaleDrafts::tender).toList(),
                asked != null && isCard ? asked.amount().minor() : null,
                Carts.contextMessage(sale.cart().context()),
                Carts.discountMessages(sale.cart().discounts()),
                sale.particulars().message(),
                sale.particulars().customer(),
                asked == null || isCard ? null : tender(asked),
                sale.particulars().shares(),
                sale.particulars().kitchen());
    }

    private static SaleMessage.Tender tender(Payment payment) {
        return new SaleMessage.Tender(
                payment.type().name(), payment.amount().minor(), payment.card(), payment.particulars());
    }

    private static Payment payment(SaleMessage.Tender tender, Catalogue catalogue) {
        Money amount = new Money(catalogue.currency(), tender.amountMinor());
        return new Payment(TenderType.valueOf(tender.type()), amount, tender.card(), tender.particulars());
    }

    private static @Nullable Payment asked(SaleDraft draft, Catalogue catalogue) {
        Long card = draft.cardAskedMinor();
        if (card != null) {
            return new Payment(TenderType.CARD, new Money(catalogue.currency(), card), null);
        }
        SaleMessage.Tender other = draft.asked();
        return other == null ? null : payment(other, catalogue);
    }

    private static SaleDraft.DraftLine line(Cart.Line line, Particulars particulars) {
        PriceOverride override = line.override();
        ServiceMode mode = line.serviceMode();
        Money label = line.labelTotal();
        Integer follows = line.follows();
        return new SaleDraft.DraftLine(
                (long) line.number(),
                line.itemId(),
                line.quantity().milli(),
                override == null ? null : override.unitPrice().micro(),
                override == null ? null : override.reason(),
                override == null ? null : override.approverId(),
                Carts.choiceMessages(line.modifiers()),
                Carts.discountMessages(line.discounts()),
                mode == null ? null : mode.name(),
                label == null ? null : label.minor(),
                follows == null ? null : (long) follows,
                particulars.lines().get(line.number()),
                particulars.returned().get(line.number()),
                SoldDrafts.of(line.sold()));
    }

    /**
     * Makes a sale of its draft. Lines whose item is gone or has no price any more are left out: they could not be sold,
     * and the operator sees what is there. Their deposits go with them.
     */
    static SaleInProgress read(SaleDraft draft, Catalogue catalogue) {
        SaleInProgress empty = SaleInProgress.begin(draft.transactionId(), draft.begunAt(), catalogue);
        LocalDateTime at = empty.cart().context().at();
        SaleContext context =
                Carts.context(draft.context(), at, catalogue.store().storeId());
        Cart cart = new Cart(
                context, sellable(draft, empty, context), Carts.discounts(draft.discounts(), catalogue.currency()));
        List<Payment> payments = new ArrayList<>();
        for (SaleMessage.Tender tender : draft.payments()) {
            payments.add(payment(tender, catalogue));
        }
        int next = Math.toIntExact(draft.nextLine());
        Payment open = asked(draft, catalogue);
        for (; ; ) {
            try {
                return empty.restored(cart, next, payments, open).with(particulars(draft));
            } catch (UnpricedItemException e) {
                cart = withoutUnpriced(cart, e.itemId());
            }
        }
    }

    private static Particulars particulars(SaleDraft draft) {
        SaleParticulars told = draft.particulars() == null ? SaleParticulars.NONE : draft.particulars();
        Particulars kept = Particulars.NONE
                .withCustomer(draft.customer())
                .withSalesperson(told.salespersonId())
                .withMoneyIn(told.taken())
                .withOrder(told.orderId())
                .withResumedFrom(told.resumedFrom())
                .withPostVoidOf(told.postVoidOf())
                .withKitchen(draft.kitchen())
                .withShares(draft.shares());
        for (SaleDraft.DraftLine line : draft.lines()) {
            int number = Math.toIntExact(line.number());
            kept = kept.withLine(number, line.particulars());
            SaleMessage.ReturnedLine back = line.returned();
            kept = back == null ? kept : kept.withReturned(number, back);
        }
        return kept;
    }

    /** Leaves out what has no price, and the goods that cannot be sold without it. */
    private static Cart withoutUnpriced(Cart cart, String itemId) {
        Cart left = cart;
        for (Cart.Line line : cart.lines()) {
            Integer follows = line.follows();
            if (line.itemId().equals(itemId) && line.override() == null) {
                left = left.without(follows == null ? line.number() : follows);
            }
        }
        if (left.lines().size() == cart.lines().size()) {
            throw new IllegalStateException("no line of the draft has the item " + itemId + ", which has no price");
        }
        return left;
    }

    private static List<Cart.Line> sellable(SaleDraft draft, SaleInProgress empty, SaleContext context) {
        List<Cart.Line> lines = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (SaleDraft.DraftLine told : draft.lines()) {
            Cart.Line line = line(told, empty.catalogue());
            boolean isFirst = line.follows() == null || numbers.contains(line.follows());
            if (isFirst && LineRules.isSellable(line, empty.catalogue(), empty.book(), context)) {
                numbers.add(line.number());
                lines.add(line);
            }
        }
        return lines;
    }

    private static Cart.Line line(SaleDraft.DraftLine told, Catalogue catalogue) {
        Quantity quantity = new Quantity(told.quantityMilli());
        String mode = told.serviceMode();
        Long label = told.labelMinor();
        Long follows = told.follows();
        return new Cart.Line(
                Math.toIntExact(told.number()),
                told.itemId(),
                quantity.isNegative() ? Cart.Kind.RETURN : Cart.Kind.SALE,
                quantity,
                overrideOf(told, catalogue),
                Carts.choices(told.modifiers()),
                Carts.discounts(told.discounts(), catalogue.currency()),
                mode == null ? null : ServiceMode.valueOf(mode),
                label == null ? null : new Money(catalogue.currency(), label),
                follows == null ? null : Math.toIntExact(follows),
                SoldDrafts.read(told.sold(), catalogue.currency()));
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
}
