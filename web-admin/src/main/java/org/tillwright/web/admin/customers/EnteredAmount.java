package org.tillwright.web.admin.customers;

import java.math.BigDecimal;
import java.util.Optional;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.MoneyFormat;

/** Reads amounts that people enter. What could be read two ways is not read at all. */
final class EnteredAmount {

    /** Figures before the decimals; more is no amount that anybody means. */
    private static final int MAX_WHOLE = 9;

    private EnteredAmount() {}

    /** Reads an amount in the major unit, such as 500 or 499,50, in minor units; empty when it is none. */
    static Optional<Long> minor(String text, Currency currency, MoneyFormat format) {
        String entered = text.strip().replaceAll("[\\s\\u00a0]", "");
        String plain = entered.replace(format.decimalPoint(), '.');
        boolean isOwnPoint = format.decimalPoint() == '.' || entered.indexOf('.') < 0;
        int digits = currency.digits();
        String decimals = digits == 0 ? "" : "(\\.[0-9]{1," + digits + "})?";
        if (!isOwnPoint || !plain.matches("[0-9]{1," + MAX_WHOLE + "}" + decimals)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain).movePointRight(digits).longValueExact());
    }
}
