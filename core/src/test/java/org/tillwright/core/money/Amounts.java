package org.tillwright.core.money;

import java.math.BigDecimal;

/** Short ways to write amounts in tests. */
public final class Amounts {

    private Amounts() {}

    /** Returns an amount told in the major unit, such as {@code "12.50"} of {@code "EUR"}. */
    public static Money money(String currency, String decimal) {
        Currency of = Currency.of(currency);
        return new Money(of, new BigDecimal(decimal).movePointRight(of.digits()).longValueExact());
    }

    public static Money eur(String decimal) {
        return money("EUR", decimal);
    }

    /** Returns a unit price told in the major unit, with up to six decimals. */
    public static UnitPrice unitPrice(String currency, String decimal) {
        return new UnitPrice(
                Currency.of(currency), new BigDecimal(decimal).movePointRight(6).longValueExact());
    }
}
