package org.tillwright.core.money;

import java.math.BigDecimal;

/**
 * How much of an item, in thousandths of its {@link Unit}: 1000 is one piece, 345 is 0.345 kg.
 *
 * @param milli thousandths; negative when goods come back
 */
public record Quantity(long milli) {

    public static final Quantity ONE = new Quantity(1000);

    public static Quantity of(long wholeUnits) {
        return new Quantity(Math.multiplyExact(wholeUnits, 1000L));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(milli, other.milli));
    }

    public Quantity negated() {
        return new Quantity(Math.negateExact(milli));
    }

    public boolean isNegative() {
        return milli < 0;
    }

    public boolean isZero() {
        return milli == 0;
    }

    /** Returns the quantity in whole units, such as 0.345. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(milli, 3);
    }
}
