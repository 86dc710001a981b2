package org.tillwright.core.paymentqr;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;

/** Amounts and percentages as EMVCo writes them: digits, perhaps one point, never a sign. */
final class EmvFigures {

    private static final long WHOLE_PPM = 1_000_000;

    private EmvFigures() {}

    /** Returns an amount above zero, or null where the text is none or has more decimals than the currency. */
    static @Nullable Money amount(String text, Currency currency) {
        BigDecimal decimal = decimal(text);
        if (decimal == null || decimal.signum() == 0) {
            return null;
        }
        try {
            return new Money(currency, decimal.movePointRight(currency.digits()).longValueExact());
        } catch (ArithmeticException e) {
            return null;
        }
    }

    static String text(Money amount) {
        return amount.decimal().toPlainString();
    }

    /** Returns a share above 0 and below 100 %, or null where the text is none. */
    static @Nullable Rate share(String text) {
        BigDecimal decimal = decimal(text);
        if (decimal == null) {
            return null;
        }
        try {
            Rate rate = new Rate(decimal.movePointRight(4).longValueExact());
            return rate.ppm() > 0 && rate.ppm() < WHOLE_PPM ? rate : null;
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** Returns a decimal of digits with at most one point, which digits precede; null for anything else. */
    static @Nullable BigDecimal decimal(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String fraction = point < 0 ? "" : text.substring(point + 1);
        if (whole.isEmpty() || !Letters.DIGITS.allows(whole) || !Letters.DIGITS.allows(fraction)) {
            return null;
        }
        return new BigDecimal(fraction.isEmpty() ? whole : whole + "." + fraction);
    }
}
