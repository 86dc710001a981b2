package org.tillwright.register.selling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.MoneyFormat;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.cart.CartState;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Texts;

/** Writes the sale for people: the same lines and total on every screen that sells. */
public final class CartDrawing {

    private CartDrawing() {}

    /** The sale in progress. */
    public static CartState of(SaleSession sale, int chosen, Texts texts) {
        List<CartRow> rows = sale.lines().stream().map(line -> row(line, texts)).toList();
        return new CartState(
                rows,
                chosen,
                texts.text("cart.total"),
                texts.figures().amount(sale.total()),
                texts.text("cart.empty"),
                false);
    }

    /** What stays readable of a sale that is paid, until the next one begins. */
    public static CartState change(FinishedSale sale, Texts texts) {
        Money total = sale.total();
        boolean isRefund = total.isNegative();
        MoneyFormat figures = texts.figures();
        // A sale paid by card alone, or to the cent, has no change to read: its total stays instead.
        boolean hasChange = !sale.change().isZero();
        String label = hasChange ? "cart.change" : "cart.paid";
        Money shown = hasChange ? sale.change() : total;
        return new CartState(
                List.of(),
                0,
                texts.text(isRefund ? "cart.refunded" : label),
                figures.amount(isRefund ? total.negated() : shown),
                isRefund
                        ? texts.text("cart.done-refund")
                        : texts.text("cart.done", figures.amount(total), figures.amount(total.plus(sale.change()))),
                true);
    }

    /** A quantity with its unit; pieces stand alone. */
    public static String quantity(Quantity quantity, Unit unit, Texts texts) {
        String figures = texts.figures().quantity(quantity);
        return switch (unit) {
            case PIECE -> figures;
            case KILOGRAM -> texts.text("unit.kilogram", figures);
            case LITRE -> texts.text("unit.litre", figures);
            case METRE -> texts.text("unit.metre", figures);
        };
    }

    /** A price as a tile shows it: per kilogram for what is weighed; empty when there is none. */
    public static String price(@Nullable UnitPrice price, Unit unit, Texts texts) {
        if (price == null) {
            return "";
        }
        String figures = texts.figures().price(price);
        return switch (unit) {
            case PIECE -> figures;
            case KILOGRAM -> texts.text("tile.per-kilogram", figures);
            case LITRE -> texts.text("tile.per-litre", figures);
            case METRE -> texts.text("tile.per-metre", figures);
        };
    }

    private static CartRow row(SaleLine line, Texts texts) {
        return new CartRow(
                line.number(),
                quantity(line.quantity(), line.unit(), texts),
                line.description(),
                detail(line, texts),
                texts.figures().amount(line.amount()),
                line.isReturn());
    }

    private static String detail(SaleLine line, Texts texts) {
        MoneyFormat figures = texts.figures();
        String each = figures.price(line.unitPrice());
        String perUnit =
                switch (line.unit()) {
                    case KILOGRAM -> texts.text("cart.per-kilogram", each);
                    case LITRE -> texts.text("cart.per-litre", each);
                    case METRE -> texts.text("cart.per-metre", each);
                    case PIECE -> texts.text("cart.each", each);
                };
        UnitPrice regular = line.regularUnitPrice();
        if (line.isOverridden()) {
            return regular == null
                    ? texts.text("cart.price-keyed", perUnit)
                    : texts.text("cart.price-changed", perUnit, figures.price(regular));
        }
        String unit = line.unit() == Unit.PIECE && isOne(line.quantity()) ? "" : perUnit;
        if (!line.isReturn()) {
            return unit;
        }
        return unit.isEmpty() ? texts.text("cart.return") : texts.text("cart.return-of", unit);
    }

    private static boolean isOne(Quantity quantity) {
        return Math.abs(quantity.milli()) == Quantity.ONE.milli();
    }
}
