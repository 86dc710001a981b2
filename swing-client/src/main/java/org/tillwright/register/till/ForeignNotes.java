package org.tillwright.register.till;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;

/** What notes of another currency are worth in the till's own. */
public final class ForeignNotes {

    private static final int MICRO_DIGITS = 6;

    private ForeignNotes() {}

    /**
     * Works out the worth, rounded half up to the till's unit.
     *
     * @param rateMicro millionths of the till's major unit that one major unit of the notes counts for
     */
    public static Money worth(Money notes, long rateMicro, Currency own) {
        BigDecimal major = BigDecimal.valueOf(notes.minor(), notes.currency().digits());
        BigDecimal worth = major.multiply(BigDecimal.valueOf(rateMicro, MICRO_DIGITS));
        return new Money(
                own,
                worth.movePointRight(own.digits())
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /** What one major unit counted for, when these notes counted for that much; 0 without notes. */
    static long rate(Money notes, Money worth) {
        if (notes.isZero()) {
            return 0;
        }
        BigDecimal major = BigDecimal.valueOf(notes.minor(), notes.currency().digits());
        BigDecimal own = BigDecimal.valueOf(worth.minor(), worth.currency().digits());
        return own.movePointRight(MICRO_DIGITS)
                .divide(major, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
