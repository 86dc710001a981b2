package org.tillwright.core.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of one currency, counted in its minor unit: cents for EUR, yen for JPY, fils for KWD.
 *
 * <p>Money never rounds on its own. An operation that can produce a fraction of a minor unit asks the caller how to
 * round it, so that the choice is visible where the business rule is.
 *
 * @param minor amount in minor units; negative when money flows to the customer
 */
public record Money(Currency currency, long minor) {

    public Money {
        requireNonNull(currency, "currency");
    }

    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    /** Adds exactly; overflow and mixed currencies are programming errors and throw. */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.addExact(minor, other.minor));
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.subtractExact(minor, other.minor));
    }

    public Money negated() {
        return new Money(currency, Math.negateExact(minor));
    }

    /** Returns {@code rate} of this amount, for example the tax on it. */
    public Money times(Rate rate, RoundingMode rounding) {
        BigDecimal exact = BigDecimal.valueOf(minor).multiply(rate.fraction());
        return new Money(currency, exact.setScale(0, rounding).longValueExact());
    }

    /** Returns what is left of this amount when {@code rate} on top of it is taken out: the net of a gross amount. */
    public Money without(Rate rate, RoundingMode rounding) {
        BigDecimal divisor = BigDecimal.ONE.add(rate.fraction());
        return new Money(
                currency, BigDecimal.valueOf(minor).divide(divisor, 0, rounding).longValueExact());
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    /** Returns this amount in the major unit, such as 12.50. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, currency.digits());
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("mixed currencies: " + this + " and " + other);
        }
    }

    /** For logs and tests, such as {@code "EUR 12.50"}. Screens and receipts use {@link MoneyFormat}. */
    @Override
    public String toString() {
        return currency.code() + " " + decimal().toPlainString();
    }
}
