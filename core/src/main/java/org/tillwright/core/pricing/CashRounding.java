package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;

/**
 * How an amount in cash becomes one that coins can pay. Only the part paid in cash is rounded, never a line, a tax base
 * or what a card pays. Symmetric: money that goes back is rounded as the same money coming in. Stored with each sale, so
 * that its refund follows the same rule.
 *
 * @param incrementMinor smallest coin in minor units, more than 0; 1 rounds nothing
 * @param due which way the exact middle goes for what the customer owes
 * @param change which way the exact middle goes for what the customer gets back as change
 */
public record CashRounding(long incrementMinor, Tie due, Tie change) {

    /** Every amount can be paid. */
    public static final CashRounding NONE = new CashRounding(1, Tie.AWAY_FROM_ZERO, Tie.AWAY_FROM_ZERO);

    /** By country, as the shops there round; see docs/money.md for where each comes from. */
    private static final Map<String, CashRounding> BY_COUNTRY = Map.ofEntries(
            Map.entry("AU", symmetric(5)),
            Map.entry("BE", symmetric(5)),
            Map.entry("CA", symmetric(5)),
            Map.entry("CH", symmetric(5)),
            Map.entry("LI", symmetric(5)),
            Map.entry("DK", new CashRounding(50, Tie.AWAY_FROM_ZERO, Tie.TOWARDS_ZERO)),
            Map.entry("FI", symmetric(5)),
            Map.entry("IE", symmetric(5)),
            Map.entry("IT", symmetric(5)),
            Map.entry("NL", symmetric(5)),
            Map.entry("SK", symmetric(5)),
            Map.entry("NO", symmetric(100)),
            Map.entry("NZ", new CashRounding(10, Tie.TOWARDS_ZERO, Tie.TOWARDS_ZERO)),
            Map.entry("SE", new CashRounding(100, Tie.AWAY_FROM_ZERO, Tie.TOWARDS_ZERO)));

    public CashRounding {
        requireNonNull(due, "due");
        requireNonNull(change, "change");
        if (incrementMinor < 1) {
            throw new IllegalArgumentException("a smallest coin of " + incrementMinor + " minor units");
        }
    }

    /** Which way an amount goes that lies in the exact middle between two payable ones. */
    public enum Tie {
        AWAY_FROM_ZERO,
        TOWARDS_ZERO
    }

    /** Returns what shops of a country do, by ISO 3166 code in capitals; {@link #NONE} where none is known. */
    public static CashRounding of(@Nullable String country) {
        CashRounding known = country == null ? null : BY_COUNTRY.get(country);
        return known == null ? NONE : known;
    }

    /**
     * Returns what shops of a country do; of one that has no rule here, what the coins of their currency can pay.
     *
     * @param country ISO 3166 code in capitals, or null when nobody told it
     */
    public static CashRounding of(@Nullable String country, Currency currency) {
        CashRounding known = of(country);
        return known.equals(NONE) && currency.cashIncrement() > 0 ? symmetric(currency.cashIncrement()) : known;
    }

    /** Returns what is to be paid in cash for {@code exact}; negative when it is paid back. */
    public Money due(Money exact) {
        return new Money(exact.currency(), rounded(exact.minor(), due));
    }

    /** Returns the change in cash for {@code exact}. */
    public Money change(Money exact) {
        return new Money(exact.currency(), rounded(exact.minor(), change));
    }

    private static CashRounding symmetric(long incrementMinor) {
        return new CashRounding(incrementMinor, Tie.AWAY_FROM_ZERO, Tie.AWAY_FROM_ZERO);
    }

    private long rounded(long minor, Tie tie) {
        if (incrementMinor < 1) {
            throw new ArithmeticException("no smallest coin");
        }
        long rest = minor % incrementMinor;
        long size = Math.abs(rest);
        long up = incrementMinor - size;
        long towardsZero = minor - rest;
        boolean away = size > up || (size == up && tie == Tie.AWAY_FROM_ZERO);
        return away ? Math.addExact(towardsZero, minor < 0 ? -incrementMinor : incrementMinor) : towardsZero;
    }
}
