package org.tillwright.system.reference;

import java.math.RoundingMode;

/** Cash, points and shares of what was paid, worked out in fractions from docs/money.md. */
public final class ReferenceMoney {

    private ReferenceMoney() {}

    /**
     * Returns the amount in cash nearest to another.
     *
     * @param coin smallest coin, in minor units
     * @param middleAway true if the exact middle goes away from zero
     */
    public static long inCash(long minor, long coin, boolean middleAway) {
        return coin * Ratio.of(minor, coin).rounded(middleAway ? RoundingMode.HALF_UP : RoundingMode.HALF_DOWN);
    }

    /** What {@code part} of {@code of} comes to when all of them are {@code whole}: a half away from zero. */
    public static long upTo(long whole, long part, long of) {
        return Shares.upTo(whole, part, of);
    }

    /** Points for each full step of what was paid; none for less than nothing. */
    public static long points(long paidMinor, long stepMinor, long perStep) {
        return paidMinor < 0 ? 0 : Ratio.of(paidMinor, stepMinor).floor() * perStep;
    }
}
