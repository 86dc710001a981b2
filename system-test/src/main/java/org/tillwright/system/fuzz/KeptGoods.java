package org.tillwright.system.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.system.reference.ReferenceMoney;

/**
 * The cart of what a customer keeps of a sale, put together from docs/money.md: percentages by hand are taken anew, amounts
 * by hand stay with the goods that they were taken off, and so does what a label says.
 */
final class KeptGoods {

    private final Cart cart;
    private final PricedCart sold;

    KeptGoods(Cart cart, PricedCart sold) {
        this.cart = cart;
        this.sold = sold;
    }

    /** @param backMilli how much of each line has come back, by number */
    Cart without(Map<Integer, Long> backMilli) {
        List<Cart.Line> kept = new ArrayList<>();
        for (PricedCart.Line line : sold.lines()) {
            Cart.Line wanted = line.wanted();
            long of = line.quantity().milli();
            long stays = of - backMilli.getOrDefault(wanted.number(), 0L);
            if (wanted.kind() == Cart.Kind.SALE && stays > 0) {
                kept.add(line(line, stays, of));
            }
        }
        List<Cart.Line> whole = new ArrayList<>();
        for (Cart.Line line : kept) {
            boolean leads = kept.stream()
                    .anyMatch(other -> Integer.valueOf(other.number()).equals(line.follows()));
            whole.add(leads ? line : withoutGoods(line));
        }
        return new Cart(
                cart.context(),
                whole,
                cart.discounts().stream().filter(one -> one.percent() != null).toList());
    }

    private Cart.Line line(PricedCart.Line line, long stays, long of) {
        Cart.Line wanted = line.wanted();
        List<ManualDiscount> discounts = new ArrayList<>(
                wanted.discounts().stream().filter(one -> one.percent() != null).toList());
        for (Discount discount : line.discounts()) {
            List<ManualDiscount> given =
                    switch (discount.source()) {
                        case LINE -> wanted.discounts();
                        case SALE -> cart.discounts();
                        default -> List.of();
                    };
            if (given.stream()
                    .anyMatch(one -> one.amount() != null && one.discountId().equals(discount.id()))) {
                long share = ReferenceMoney.upTo(discount.amount().minor(), stays, of);
                discounts.add(ManualDiscount.amount(
                        discount.id(), new Money(discount.amount().currency(), share), "KEPT", "nobody"));
            }
        }
        Money label = wanted.labelTotal();
        return new Cart.Line(
                wanted.number(),
                wanted.itemId(),
                wanted.kind(),
                new Quantity(stays),
                wanted.override(),
                wanted.modifiers(),
                discounts,
                wanted.serviceMode(),
                label == null ? null : new Money(label.currency(), ReferenceMoney.upTo(label.minor(), stays, of)),
                wanted.follows(),
                null);
    }

    /** A deposit whose goods are back is kept by itself. */
    private static Cart.Line withoutGoods(Cart.Line line) {
        return new Cart.Line(
                line.number(),
                line.itemId(),
                line.kind(),
                line.quantity(),
                line.override(),
                line.modifiers(),
                line.discounts(),
                line.serviceMode(),
                line.labelTotal(),
                null,
                null);
    }
}
