package org.tillwright.register.dialogue;

import java.math.BigDecimal;
import java.util.Optional;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.MoneyFormat;
import org.tillwright.core.money.Quantity;

/**
 * Reads figures as a person keys them. Point and comma both stand before the decimals; grouping is never keyed, so
 * {@code 1,234} of a currency with two decimals is refused and not guessed at.
 */
public final class KeyedFigures {

    /** Digits before the decimals; more is a barcode in the wrong field. */
    private static final int MAX_WHOLE_DIGITS = 9;

    private KeyedFigures() {}

    /** Reads an amount in the major unit, such as {@code 4}, {@code 4.9} or {@code 4,90}; never negative. */
    public static Optional<Money> amount(String keyed, Currency currency) {
        return number(keyed, currency.digits())
                .map(value -> new Money(
                        currency, value.movePointRight(currency.digits()).longValueExact()));
    }

    /** Reads a quantity of up to three decimals. */
    public static Optional<Quantity> quantity(String keyed) {
        return number(keyed, 3)
                .map(value -> new Quantity(value.movePointRight(3).longValueExact()));
    }

    /** Writes an amount as it would be keyed, so that it can be changed. */
    public static String keyed(Money money, MoneyFormat figures) {
        return new MoneyFormat(figures.decimalPoint(), (char) 0).amount(money);
    }

    private static Optional<BigDecimal> number(String keyed, int decimals) {
        String text = keyed.strip().replace(',', '.');
        String pattern = "[0-9]{1," + MAX_WHOLE_DIGITS + "}" + (decimals == 0 ? "" : "(\\.[0-9]{0," + decimals + "})?");
        if (!text.matches(pattern)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.endsWith(".") ? text.substring(0, text.length() - 1) : text));
    }
}
