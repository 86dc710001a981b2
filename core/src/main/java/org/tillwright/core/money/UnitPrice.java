package org.tillwright.core.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The price of one unit, in millionths of the currency's major unit, so that 0.0125 a piece can be told.
 *
 * @param micro millionths of the major unit: 1.29 EUR is 1,290,000; never negative
 */
public record UnitPrice(Currency currency, long micro) {

    /** Billionths of the major unit in a minor unit, by the currency's digits. */
    private static final long[] BILLIONTHS = {1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000};

    public UnitPrice {
        requireNonNull(currency, "currency");
        if (micro < 0) {
            throw new IllegalArgumentException("a unit price is never negative: " + micro);
        }
    }

    /** Returns the unit price that an amount of money for one unit is. */
    public static UnitPrice of(Money amount) {
        return new UnitPrice(
                amount.currency(), amount.decimal().movePointRight(6).longValueExact());
    }

    /** Returns this price for {@code quantity}, rounded to the minor unit as the caller says. */
    public Money times(Quantity quantity, RoundingMode rounding) {
        boolean known = currency.digits() < BILLIONTHS.length;
        if (known
                && rounding == RoundingMode.HALF_UP
                && micro == (int) micro
                && quantity.milli() == (int) quantity.milli()) {
            return new Money(currency, halfUp(micro * quantity.milli()));
        }
        BigDecimal exact = decimal().multiply(quantity.decimal());
        return new Money(
                currency,
                exact.movePointRight(currency.digits()).setScale(0, rounding).longValueExact());
    }

    /** The short way for what shops sell: a product below 2^62 of billionths, a half away from zero. */
    private long halfUp(long billionths) {
        long unit = BILLIONTHS[currency.digits()];
        if (unit == 0) {
            throw new ArithmeticException("a minor unit of nothing");
        }
        long rest = Math.abs(billionths % unit);
        long towardsZero = billionths / unit;
        return rest >= unit - rest ? towardsZero + (billionths < 0 ? -1 : 1) : towardsZero;
    }

    /** Returns this price in the major unit, such as 0.012500. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(micro, 6);
    }

    /** For logs and tests; at least as many decimals as the currency has, more when the price needs them. */
    @Override
    public String toString() {
        return currency.code() + " " + text();
    }

    private String text() {
        BigDecimal stripped = decimal().stripTrailingZeros();
        BigDecimal shown = stripped.scale() < currency.digits() ? stripped.setScale(currency.digits()) : stripped;
        return shown.toPlainString();
    }
}
