package org.tillwright.core.money;

import java.math.BigDecimal;

/**
 * A share of something, in parts per million: 8.875 % is exactly 88,750.
 *
 * @param ppm parts per million; negative rates are allowed, what they mean is the caller's business
 */
public record Rate(long ppm) {

    public static final Rate ZERO = new Rate(0);

    /** A hundred percent, in parts per million. */
    public static final long WHOLE = 1_000_000;

    /** Reads a percentage such as {@code "8.875"}; more than four decimals cannot be held and throw. */
    public static Rate percent(String percent) {
        return new Rate(new BigDecimal(percent).movePointRight(4).longValueExact());
    }

    /** Returns this rate as a factor: 8.875 % is 0.088750. */
    public BigDecimal fraction() {
        return BigDecimal.valueOf(ppm, 6);
    }

    /** Returns this rate in percent, without trailing zeros: {@code "8.875"}. */
    public String percentText() {
        return ppm == 0 ? "0" : BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString();
    }
}
