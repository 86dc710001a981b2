package org.tillwright.core.money;

import org.jspecify.annotations.Nullable;

/**
 * An ISO 4217 currency and how many decimal digits its minor unit has. Our own table, and not the runtime's, because
 * register, server and browser must agree on it whatever they run on.
 */
public record Currency(String code, int digits) {

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
}
