package org.tillwright.system.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.pricing.Refunds;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.pricing.SoldSale;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.sale.SaleReturns;

/** Brings the goods of one sale back with their receipt, in parts. What it knows of the sale is its message. */
public final class SampleReturns {

    private final SampleTill till;
    private final Cart cart;
    private final PriceBook book;
    private final SaleMessage original;
    private final List<SaleMessage> earlier = new ArrayList<>();
    private final IntUnaryOperator below;

    /** @param below throws a number from 0 to its argument less one */
    public SampleReturns(SampleTill till, Cart cart, SaleMessage original, IntUnaryOperator below) {
        this.till = till;
        this.cart = cart;
        this.book = till.book(cart);
        this.original = original;
        this.below = below;
    }

    /** Returns the next part as a register writes it down; null when nothing is left, or what is left stays. */
    public @Nullable SaleMessage next() throws UnpricedItemException {
        SoldSale sold = SaleReturns.soldSale(original, cart.context().at(), book, earlier);
        Map<Integer, Quantity> back = some(sold);
        if (back.isEmpty()) {
            return null;
        }
        try {
            SaleMessage message = written(sold, back);
            earlier.add(message);
            return message;
        } catch (Refunds.NotReturnableException e) {
            throw new IllegalStateException("goods that come back together were brought together", e);
        }
    }

    public List<SaleMessage> all() {
        return List.copyOf(earlier);
    }

    private SaleMessage written(SoldSale sold, Map<Integer, Quantity> back)
            throws Refunds.NotReturnableException, UnpricedItemException {
        Map<Integer, SoldLine> worth = Refunds.lines(sold, back);
        Map<Integer, Money> coupons =
                SaleReturns.couponsOf(original, cart.context().at(), book);
        List<Cart.Line> lines = new ArrayList<>();
        Map<Integer, SaleMessage.ReturnedLine> returned = new LinkedHashMap<>();
        long toManufacturers = 0;
        for (Map.Entry<Integer, SoldLine> line : worth.entrySet()) {
            Cart.Line was = cart.find(line.getKey()).orElseThrow();
            Quantity more = back.getOrDefault(line.getKey(), Quantity.ONE);
            int number = lines.size() + 1;
            lines.add(new Cart.Line(number, was.itemId(), Cart.Kind.RETURN, more.negated(), null)
                    .asSold(line.getValue()));
            returned.put(number, new SaleMessage.ReturnedLine(original.transactionId(), (long) line.getKey()));
            Money coupon = coupons.get(line.getKey());
            toManufacturers += coupon == null
                    ? 0
                    : Refunds.toManufacturers(coupon, line.getValue(), more).minor();
        }
        Cart returning = new Cart(cart.context(), lines, List.of());
        PricedCart priced = PricingEngine.price(returning, book);
        return till.written(returning, priced, returned, toManufacturers);
    }

    /** Some of what is left of some lines; goods of a promotion that come back together do. */
    private Map<Integer, Quantity> some(SoldSale sold) {
        Map<Integer, Quantity> back = new LinkedHashMap<>();
        Map<Integer, Quantity> all = new LinkedHashMap<>();
        for (SoldSale.Sold line : sold.lines()) {
            long left = line.quantity().milli() - line.returned().milli();
            if (left > 0) {
                all.put(line.number(), new Quantity(left));
                if (below.applyAsInt(5) < 3) {
                    back.put(line.number(), new Quantity(part(left)));
                }
            }
        }
        Map<Integer, Quantity> chosen = back.isEmpty() ? new LinkedHashMap<>(all) : back;
        for (int number : together(sold, chosen.keySet())) {
            Quantity whole = all.get(number);
            if (whole != null) {
                chosen.put(number, whole);
            }
        }
        return chosen;
    }

    private long part(long milli) {
        long step = milli % 1000 == 0 ? 1000 : 1;
        int steps = (int) Math.min(milli / step, Integer.MAX_VALUE);
        return below.applyAsInt(4) == 0 ? milli : (1 + below.applyAsInt(steps)) * step;
    }

    /** Every line that comes back whole because one of its promotions' lines comes back at all. */
    private static Set<Integer> together(SoldSale sold, Set<Integer> chosen) {
        Set<Integer> touched = new TreeSet<>(chosen);
        Set<Integer> whole = new TreeSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (SoldSale.Group group : sold.groups()) {
                boolean isTouched = group.lineNumbers().stream().anyMatch(touched::contains);
                if (group.policy() == Promotion.ReturnPolicy.ALL_OR_NOTHING && isTouched) {
                    grown |= whole.addAll(group.lineNumbers());
                    touched.addAll(group.lineNumbers());
                }
            }
        }
        return whole;
    }
}
