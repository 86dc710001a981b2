package org.tillwright.core.pricing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;

/** Keeps the deposits in a cart in step with the goods that they are on. */
public final class Deposits {

    /** How many levels of deposits goods have at most: each level may multiply the lines. */
    public static final int MOST_LEVELS = 4;

    private Deposits() {}

    /**
     * Returns {@code cart} with exactly the deposit lines that its goods ask for: missing ones added, each with the next
     * free number; others brought to the quantity of their goods; those whose goods ask for none taken away. Goods given back with their receipt are left alone, since their deposits stand on that receipt.
     *
     * @param nextNumber a number that no line of this transaction ever had; the numbers after it are free too
     */
    public static Cart inStep(Cart cart, PriceBook book, int nextNumber) {
        Map<String, Cart.Line> following = new HashMap<>();
        for (Cart.Line line : cart.lines()) {
            if (line.follows() != null && line.sold() == null) {
                following.putIfAbsent(key(line.follows(), line.itemId()), line);
            }
        }
        Stepping stepping = new Stepping(book, following, nextNumber);
        for (Cart.Line line : cart.lines()) {
            if (line.follows() == null || line.sold() != null) {
                stepping.keep(line);
                if (line.sold() == null) {
                    stepping.follow(line);
                }
            }
        }
        return new Cart(cart.context(), stepping.lines, cart.discounts());
    }

    private static String key(@Nullable Integer follows, String itemId) {
        return follows + " " + itemId;
    }

    /** The lines as they are put together. */
    private static final class Stepping {

        private final PriceBook book;
        private final Map<String, Cart.Line> following;
        private final List<Cart.Line> lines = new ArrayList<>();
        private final Set<Integer> kept = new HashSet<>();
        private int next;

        Stepping(PriceBook book, Map<String, Cart.Line> following, int next) {
            this.book = book;
            this.following = following;
            this.next = next;
        }

        void keep(Cart.Line line) {
            if (kept.add(line.number())) {
                lines.add(line);
            }
        }

        /** Adds the deposits of a line, then theirs; the book has no chain that leads back, and no long one. */
        void follow(Cart.Line line) {
            PriceBook.Entry entry = book.entries().get(line.itemId());
            if (entry == null) {
                return;
            }
            for (Map.Entry<String, Quantity> deposit : entry.traits().deposits().entrySet()) {
                Quantity quantity = times(line.quantity(), deposit.getValue());
                if (!quantity.isZero()) {
                    Cart.Line before = following.get(key(line.number(), deposit.getKey()));
                    Cart.Line wanted = before == null || before.kind() != line.kind()
                            ? new Cart.Line(takeNumber(before), deposit.getKey(), line.kind(), quantity, null)
                                    .following(line.number())
                            : before.withQuantity(quantity);
                    keep(wanted);
                    follow(wanted);
                }
            }
        }

        private int takeNumber(Cart.@Nullable Line before) {
            return before == null ? next++ : before.number();
        }

        /** Deposits are whole: what goes with half a crate is rounded down. */
        private static Quantity times(Quantity goods, Quantity each) {
            long whole = 1000;
            long milli = Math.multiplyExact(goods.milli(), each.milli()) / whole;
            return new Quantity(milli / whole * whole);
        }
    }
}
