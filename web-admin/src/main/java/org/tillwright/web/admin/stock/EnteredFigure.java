package org.tillwright.web.admin.stock;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.MoneyFormat;

/** Reads figures that people enter, by the signs of their language. What could be read two ways is not read at all. */
final class EnteredFigure {

    private static final int MOST_CHARACTERS = 20;

    private EnteredFigure() {}

    /**
     * Returns a figure as a whole number of its smallest parts, or null when it is no figure of at most so many decimals.
     *
     * @param decimals 3 for thousandths
     */
    static @Nullable Long scaled(@Nullable String text, int decimals, MoneyFormat format) {
        String entered = text == null ? "" : text.strip();
        String plain = entered.replace(format.decimalPoint(), '.');
        boolean isPlain = plain.matches("[0-9]+(\\.[0-9]{1," + decimals + "})?");
        boolean isOwnPoint = format.decimalPoint() == '.' || entered.indexOf('.') < 0;
        if (!isPlain || !isOwnPoint || plain.length() > MOST_CHARACTERS) {
            return null;
        }
        BigInteger scaled = new BigDecimal(plain).movePointRight(decimals).toBigIntegerExact();
        return scaled.bitLength() < Long.SIZE ? scaled.longValueExact() : null;
    }
}
