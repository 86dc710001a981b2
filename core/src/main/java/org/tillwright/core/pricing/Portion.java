package org.tillwright.core.pricing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.tax.Tax;

/**
 * A part of a line that has its own taxes, while it is being priced: the item with those modifiers that are taxed as it
 * is, or modifiers that are taxed otherwise. Sizes in minor units, without a sign.
 */
final class Portion {

    private final List<Tax> taxes;
    private Quantity quantity;
    private long list;
    private long left;

    /** What is left before it is rounded; null where that is {@link #left}. */
    private @Nullable BigDecimal exact;

    private Portion(List<Tax> taxes, Quantity quantity, long amount, @Nullable BigDecimal exact) {
        this.taxes = taxes;
        this.quantity = quantity;
        this.list = amount;
        this.left = amount;
        this.exact = exact;
    }

    /** What {@code size} of something costs, rounded to the minor unit. */
    static Portion rounded(List<Tax> taxes, Quantity quantity, long amount) {
        return new Portion(taxes, quantity, amount, null);
    }

    /** The same where tax is worked out of amounts that are not rounded. */
    static Portion exact(List<Tax> taxes, Quantity quantity, UnitPrice price, Quantity size, long amount) {
        return new Portion(taxes, quantity, amount, fractionOf(price, size, amount));
    }

    /** Returns the exact amount, or null where it is {@code amount}. */
    private static @Nullable BigDecimal fractionOf(UnitPrice price, Quantity size, long amount) {
        BigDecimal minor = price.decimal()
                .multiply(size.decimal())
                .movePointRight(price.currency().digits());
        return minor.compareTo(BigDecimal.valueOf(amount)) == 0 ? null : minor;
    }

    List<Tax> taxes() {
        return taxes;
    }

    Quantity quantity() {
        return quantity;
    }

    long left() {
        return left;
    }

    /** Adds modifiers that go with the item and bear its taxes: they are more of its price, and no more of it. */
    void addWithItem(Portion more) {
        addAmount(more);
    }

    /** Adds other modifiers that bear the taxes of these. */
    void add(Portion more) {
        quantity = quantity.plus(more.quantity);
        addAmount(more);
    }

    private void addAmount(Portion more) {
        exact = exact == null && more.exact == null ? null : unrounded().add(more.unrounded());
        list = Math.addExact(list, more.list);
        left = list;
    }

    /** Forgets what was not rounded. */
    void round() {
        exact = null;
    }

    /** Keeps a share of what is exactly left. What is shown of it is told by {@link #take}. */
    void keep(long ppm) {
        exact = unrounded().multiply(BigDecimal.valueOf(ppm, 6));
    }

    /** Takes off whole minor units, also of what is exactly left, unless {@link #keep} did so before. */
    void take(long amount, boolean fromExact) {
        left -= amount;
        if (fromExact && exact != null) {
            exact = exact.subtract(BigDecimal.valueOf(amount));
        }
    }

    /** The exact amount, unless all of it was taken off to the minor unit. */
    BigDecimal taxable() {
        boolean gone = left == 0 && list != 0;
        return exact == null || gone || exact.signum() < 0 ? BigDecimal.valueOf(left) : exact;
    }

    private BigDecimal unrounded() {
        return exact == null ? BigDecimal.valueOf(left) : exact;
    }
}
