package org.tillwright.register.selling;

import java.util.ArrayList;
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
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.value.OwnNumber;

/** Writes the sale for people: the same lines and total on every screen that sells. */
public final class CartDrawing {

    private CartDrawing() {}

    /** The sale in progress. */
    public static CartState of(SaleSession sale, int chosen, Texts texts) {
        List<CartRow> rows = new ArrayList<>(
                sale.lines().stream().map(line -> row(line, texts)).toList());
        rows.addAll(beside(sale, texts));
        return new CartState(
                rows,
                chosen,
                texts.text("cart.total"),
                texts.figures().amount(sale.payable()),
                note(sale, texts),
                texts.text("cart.empty"),
                false);
    }

    /** What is paid beside the goods; its numbers are those of no line, so that keys for lines pass it by. */
    private static List<CartRow> beside(SaleSession sale, Texts texts) {
        List<CartRow> rows = new ArrayList<>();
        for (SaleParticulars.MoneyIn taken : sale.particulars().moneyIn()) {
            SaleParticulars.Kind kind = SaleParticulars.Kind.valueOf(taken.kind());
            String name =
                    switch (kind) {
                        case GIFT_CARD -> texts.text("cart.gift-card", OwnNumber.masked(referenceOf(taken)));
                        case DEPOSIT -> texts.text("cart.deposit-paid");
                        case ACCOUNT_PAYMENT -> texts.text("cart.account-payment");
                        case TIP -> texts.text("cart.tip");
                    };
            Money amount = new Money(sale.catalogue().currency(), taken.amountMinor());
            rows.add(new CartRow(
                    -1 - rows.size(), "", name, "", texts.figures().amount(amount), List.of(), amount.isNegative()));
        }
        return rows;
    }

    private static String referenceOf(SaleParticulars.MoneyIn taken) {
        String reference = taken.reference();
        return reference == null ? "" : reference;
    }

    /** What was saved, and what the total is in cash where that is another amount. */
    private static String note(SaleSession sale, Texts texts) {
        List<String> parts = new ArrayList<>();
        if (!sale.savings().isZero()) {
            parts.add(texts.text("cart.saved", texts.figures().amount(sale.savings())));
        }
        if (sale.payments().isEmpty() && !sale.cashDue().equals(sale.payable())) {
            parts.add(texts.text("cart.in-cash", texts.figures().amount(sale.cashDue())));
        }
        return String.join(" · ", parts);
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
                figures.amount(isRefund ? paidOut(sale) : shown),
                "",
                isRefund
                        ? texts.text("cart.done-refund")
                        : texts.text("cart.done", figures.amount(total), figures.amount(given(sale))),
                true);
    }

    /** What the customer handed over in all. */
    private static Money given(FinishedSale sale) {
        return sale.total().plus(sale.cashRounding()).plus(sale.change());
    }

    private static Money paidOut(FinishedSale sale) {
        return sale.total().plus(sale.cashRounding()).negated();
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
                texts.figures().amount(line.listed()),
                below(line, texts),
                line.isReturn());
    }

    private static List<CartRow.Below> below(SaleLine line, Texts texts) {
        List<CartRow.Below> below = new ArrayList<>();
        line.modifiers().forEach(modifier -> below.add(new CartRow.Below("+ " + modifier, "")));
        for (SaleLine.TakenOff off : line.discounts()) {
            String name =
                    switch (off.source()) {
                        case PROMOTION -> off.name();
                        case LINE, SALE -> texts.text("discount.by-hand");
                        case EXEMPTION -> texts.text("discount.exemption");
                    };
            below.add(
                    new CartRow.Below(name, texts.figures().amount(off.amount().negated())));
        }
        return below;
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
        if (line.isDeposit()) {
            return isOne(line.quantity()) ? texts.text("cart.deposit") : texts.text("cart.deposit-each", perUnit);
        }
        if (line.isLabelled()) {
            // What the label says is not the weight times the price, to the cent: only the price is told beside it.
            return texts.text(line.isReturn() ? "cart.labelled-return" : "cart.labelled", perUnit);
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
