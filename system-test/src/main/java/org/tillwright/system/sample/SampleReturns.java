package org.tillwright.system.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.returns.Refunds;
import org.tillwright.core.returns.SoldSale;
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
    private int refused;

    /** @param below throws a number from 0 to its argument less one */
    public SampleReturns(SampleTill till, Cart cart, SaleMessage original, IntUnaryOperator below) {
        this.till = till;
        this.cart = cart;
        this.book = till.book(cart);
        this.original = original;
        this.below = below;
    }

    /** Returns the next part as a register writes it down; null when nothing is left. */
    public @Nullable SaleMessage next() throws UnpricedItemException {
        SoldSale sold = SaleReturns.soldSale(original, cart.context().at(), book, earlier);
        Map<Integer, Quantity> all = left(sold);
        if (all.isEmpty()) {
            return null;
        }
        Map<Integer, Quantity> some = some(all);
        Map<Integer, Quantity> more = new LinkedHashMap<>(some);
        for (SoldSale.Group group : sold.groups()) {
            if (group.policy() == Promotion.ReturnPolicy.ALL_OR_NOTHING) {
                group.counted().keySet().forEach(number -> {
                    Quantity whole = all.get(number);
                    if (whole != null) {
                        more.put(number, whole);
                    }
                });
            }
        }
        for (Map<Integer, Quantity> back : List.of(some, more, all)) {
            try {
                SaleMessage message = written(sold, back);
                earlier.add(message);
                return message;
            } catch (Refunds.NotReturnableException e) {
                refused++; // the customer hears that it is together or not at all, and brings more
            }
        }
        throw new IllegalStateException("not even all of it comes back");
    }

    /** How often goods came that come back together or not at all, and not all of them were there. */
    int refused() {
        return refused;
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

    private static Map<Integer, Quantity> left(SoldSale sold) {
        Map<Integer, Quantity> all = new LinkedHashMap<>();
        sold.lines().forEach((number, line) -> {
            if (!line.left().isZero()) {
                all.put(number, line.left());
            }
        });
        return all;
    }

    /** Some of what is left of some lines. */
    private Map<Integer, Quantity> some(Map<Integer, Quantity> all) {
        Map<Integer, Quantity> back = new LinkedHashMap<>();
        all.forEach((number, left) -> {
            if (below.applyAsInt(5) < 3) {
                back.put(number, new Quantity(part(left.milli())));
            }
        });
        return back.isEmpty() ? all : back;
    }

    private long part(long milli) {
        long step = milli % 1000 == 0 ? 1000 : 1;
        int steps = (int) Math.min(milli / step, Integer.MAX_VALUE);
        return below.applyAsInt(4) == 0 ? milli : (1 + below.applyAsInt(steps)) * step;
    }
}
