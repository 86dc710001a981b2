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
        BigDecimal exact = decimal().multiply(quantity.decimal());
        return new Money(
                currency,
                exact.movePointRight(currency.digits()).setScale(0, rounding).longValueExact());
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
