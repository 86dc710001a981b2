package org.tillwright.core.money;

import org.jspecify.annotations.Nullable;

/**
 * An ISO 4217 currency. Our own table, after CLDR, and not the runtime's, because register, server and browser must agree
 * on it whatever they run on.
 *
 * @param number the number that ISO 4217 gives it, such as 978 for EUR
 * @param digits how many decimal digits its minor unit has
 * @param cashDigits how many of them cash is told with; never more than {@code digits}
 * @param cashIncrement the smallest step in which cash can be paid, in minor units, such as 5 for CHF and 100 for SEK; 0
 *     where every minor unit can be paid
 */
public record Currency(String code, int number, int digits, int cashDigits, int cashIncrement) {

    /** A unit that amounts are counted in and that is in no table. */
    public Currency(String code, int digits) {
        this(code, 0, digits, digits, 0);
    }

    /** Finds a currency by its ISO 4217 code; an unknown code is an {@link IllegalArgumentException}. */
    public static Currency of(String code) {
        Currency known = find(code);
        if (known == null) {
            throw new IllegalArgumentException("no currency " + code);
        }
        return known;
    }

    /** Finds a currency by its ISO 4217 code, or null when there is none: for checks at a border. */
    public static @Nullable Currency find(String code) {
        return CurrencyTable.BY_CODE.get(code);
    }

    /** Finds a currency in use today by its ISO 4217 number, or null when there is none: for checks at a border. */
    public static @Nullable Currency findByNumber(int number) {
        return CurrencyTable.BY_NUMBER.get(number);
    }
}
