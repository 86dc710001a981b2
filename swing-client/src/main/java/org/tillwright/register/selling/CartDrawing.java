package org.tillwright.register.selling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.MoneyFormat;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.cart.CartState;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.GoodsChecks;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.OwnNumber;

/** Writes the sale for people: the same lines and total on every screen that sells. */
public final class CartDrawing {

    private CartDrawing() {}

    /** The sale in progress. */
    public static CartState of(SaleSession sale, int chosen, Texts texts) {
        List<CartRow> rows = new ArrayList<>(
                sale.lines().stream().map(line -> row(line, sale, texts)).toList());
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
            String name = nameOf(taken, texts);
            Money amount = new Money(sale.catalogue().currency(), taken.amountMinor());
            rows.add(new CartRow(
                    -1 - rows.size(), "", name, "", texts.figures().amount(amount), List.of(), amount.isNegative()));
        }
        return rows;
    }

    /** What money beside the goods was for. */
    public static String nameOf(SaleParticulars.MoneyIn taken, Texts texts) {
        return switch (SaleParticulars.Kind.valueOf(taken.kind())) {
            case GIFT_CARD -> texts.text("cart.gift-card", OwnNumber.masked(referenceOf(taken)));
            case DEPOSIT -> texts.text("cart.deposit-paid");
            case ACCOUNT_PAYMENT -> texts.text("cart.account-payment");
            case TIP -> texts.text("cart.tip");
        };
    }

    private static String referenceOf(SaleParticulars.MoneyIn taken) {
        String reference = taken.reference();
        return reference == null ? "" : reference;
    }

    /** Who buys, what was saved, and what the total is in cash where that is another amount. */
    private static String note(SaleSession sale, Texts texts) {
        List<String> parts = new ArrayList<>();
        CustomerFound customer = sale.particulars().customer();
        if (customer != null) {
            parts.add(customer.name());
        }
        ofSale(sale, texts)
                .forEach(
                        (name, amount) -> parts.add(name + " " + texts.figures().amount(amount.negated())));
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
        Money total = sale.payable();
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
                isRefund ? texts.text("cart.done-refund") : done(total, given(sale), texts),
                true);
    }

    private static String done(Money total, Money given, Texts texts) {
        String paid = texts.figures().amount(total);
        return given.equals(total)
                ? texts.text("cart.done-exact", paid)
                : texts.text("cart.done", paid, texts.figures().amount(given));
    }

    /** What the customer handed over in all. */
    private static Money given(FinishedSale sale) {
        return sale.payable().plus(sale.cashRounding()).plus(sale.change());
    }

    private static Money paidOut(FinishedSale sale) {
        return sale.payable().plus(sale.cashRounding()).negated();
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

    /** What was taken off the whole sale, in all of its lines. */
    private static Map<String, Money> ofSale(SaleSession sale, Texts texts) {
        Map<String, Money> sums = new LinkedHashMap<>();
        for (SaleLine line : sale.lines()) {
            for (SaleLine.TakenOff off : line.discounts()) {
                if (off.isOfSale()) {
                    sums.merge(name(off, texts), off.amount(), Money::plus);
                }
            }
        }
        return sums;
    }

    private static CartRow row(SaleLine line, SaleSession sale, Texts texts) {
        return new CartRow(
                line.number(),
                quantity(line.quantity(), line.unit(), texts),
                line.description(),
                detail(line, texts),
                texts.figures().amount(line.listed()),
                below(line, sale, texts),
                line.isReturn());
    }

    private static List<CartRow.Below> below(SaleLine line, SaleSession sale, Texts texts) {
        List<CartRow.Below> below = new ArrayList<>();
        served(line, sale).ifPresent(mode -> below.add(new CartRow.Below(texts.text("service." + mode), "")));
        line.modifiers().forEach(modifier -> below.add(new CartRow.Below("+ " + modifier, "")));
        LineParticulars said = sale.particulars().lines().get(line.number());
        if (said != null && said.instruction() != null) {
            below.add(new CartRow.Below("» " + said.instruction(), ""));
        }
        for (SaleLine.TakenOff off : line.discounts()) {
            if (!off.isOfSale()) {
                String amount = texts.figures().amount(off.amount().negated());
                below.add(new CartRow.Below(name(off, texts), amount));
            }
        }
        return below;
    }

    private static String name(SaleLine.TakenOff off, Texts texts) {
        return switch (off.source()) {
            case PROMOTION -> off.name();
            case LINE -> texts.text("discount.by-hand");
            case SALE -> texts.text("discount.of-sale");
            case EXEMPTION -> texts.text("discount.exemption");
        };
    }

    /** Where a line is eaten, where that is told: not where all of this shop is. */
    private static Optional<String> served(SaleLine line, SaleSession sale) {
        ServiceMode usual = GoodsChecks.usualMode(sale.catalogue());
        return sale.cart()
                .find(line.number())
                .map(Cart.Line::serviceMode)
                .filter(mode -> mode != usual && !line.isDeposit())
                .map(LineFunctions::word);
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
