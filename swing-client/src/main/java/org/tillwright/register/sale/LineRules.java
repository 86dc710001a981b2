package org.tillwright.register.sale;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.sale.SaleOutcome.NeedsPrice;
import org.tillwright.register.sale.SaleOutcome.NeedsQuantity;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;

/** What may become a line of a sale, and who may make it one. */
final class LineRules {

    private LineRules() {}

    /** Hands the new line to {@code ring}, or says what is missing for it. */
    static SaleOutcome newLine(
            SaleInProgress sale,
            Catalogue.Item item,
            RingUp wanted,
            SnapshotMessage.@Nullable Operator approver,
            Texts texts,
            Function<Cart.Line, SaleOutcome> ring) {
        Quantity quantity = wanted.quantity();
        if (quantity == null) {
            return new NeedsQuantity(item, false);
        }
        Notice fault = fault(sale, item, quantity, wanted.price(), texts);
        if (fault != null) {
            return new Said(fault);
        }
        if (quantity.isNegative() && !may(approver, Permissions.RETURN_WITHOUT_RECEIPT)) {
            return new NeedsApproval(Permissions.RETURN_WITHOUT_RECEIPT);
        }
        RingUp.HandPrice price = wanted.price();
        if (price == null && item.price() == null) {
            return new NeedsPrice(item, quantity);
        }
        if (price != null && !may(approver, Permissions.OVERRIDE_PRICE)) {
            return new NeedsApproval(Permissions.OVERRIDE_PRICE);
        }
        PriceOverride override = price == null
                ? null
                : new PriceOverride(
                        price.unitPrice(),
                        price.reason(),
                        requireNonNull(approver).operatorId());
        Cart.Kind kind = quantity.isNegative() ? Cart.Kind.RETURN : Cart.Kind.SALE;
        return ring.apply(new Cart.Line(sale.nextLine(), item.itemId(), kind, quantity, override));
    }

    private static @Nullable Notice fault(
            SaleInProgress sale,
            Catalogue.Item item,
            Quantity quantity,
            RingUp.@Nullable HandPrice price,
            Texts texts) {
        Notice fault = quantityFault(item, quantity, texts, sale.catalogue());
        if (fault == null && price != null) {
            fault = priceFault(price.unitPrice(), texts);
        }
        boolean isFull = sale.cart().lines().size() >= SaleLimits.MAX_LINES;
        return fault == null && isFull ? Notice.of("sale.too-many-lines") : fault;
    }

    /** Returns null when a price by hand can be worked with, otherwise why not. */
    static @Nullable Notice priceFault(UnitPrice price, Texts texts) {
        UnitPrice most = new UnitPrice(price.currency(), SaleLimits.MAX_PRICE_MICRO);
        return price.micro() > most.micro()
                ? Notice.of("sale.price-too-much", texts.figures().price(most))
                : null;
    }

    /** True if one more of an item can go onto this line: the same item, the same way, at the book's price. */
    static boolean isMoreOf(Cart.Line line, Catalogue.Item item, Cart.Kind kind) {
        return line.itemId().equals(item.itemId()) && line.kind() == kind && line.override() == null;
    }

    static boolean may(SnapshotMessage.@Nullable Operator who, String permission) {
        return who != null && who.permissions().contains(permission);
    }

    static Quantity oneMore(Quantity signed) {
        return new Quantity(Math.abs(signed.milli())).plus(Quantity.ONE);
    }

    /** Returns null when an item may be rung in this quantity, otherwise why not. */
    static @Nullable Notice quantityFault(Catalogue.Item item, Quantity quantity, Texts texts, Catalogue catalogue) {
        if (quantity.isZero()) {
            return Notice.of("sale.quantity-zero");
        }
        if (!item.unit().isDivisible() && quantity.milli() % Quantity.ONE.milli() != 0) {
            return Notice.of("sale.quantity-not-whole", catalogue.nameOf(item, texts.language()));
        }
        return Math.abs(quantity.milli()) > SaleLimits.MAX_QUANTITY.milli()
                ? Notice.of("sale.quantity-too-much", texts.figures().quantity(SaleLimits.MAX_QUANTITY))
                : null;
    }
}
