package org.tillwright.web.admin.catalogue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tillwright.core.money.MoneyFormat;

/**
 * Reads decimals as a person writes them in a language, exactly. {@code 1.234,50} is that in Danish; {@code 12.50} is
 * twelve and a half there too, because nobody writes thousands with two digits; {@code 1.250} is what the language says.
 */
final class DecimalReader {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f']");
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,12})?");

    /** Digits that a long surely holds. */
    private static final int MAX_DIGITS = 18;

    private DecimalReader() {}

    /** Reads how often the last of {@code digits} decimals is in what is written; empty when it is no such decimal. */
    static Optional<Long> read(String text, MoneyFormat format, int digits) {
        String bare = BLANKS.matcher(text).replaceAll("");
        char other = format.decimalPoint() == ',' ? '.' : ',';
        if (isGrouped(bare, format.decimalPoint(), other)) {
            bare = bare.replace(String.valueOf(other), "");
        }
        String plain = bare.replace(',', '.');
        if (!PLAIN.matcher(plain).matches()) {
            return Optional.empty();
        }
        BigDecimal counted = new BigDecimal(plain).movePointRight(digits).stripTrailingZeros();
        return counted.scale() > 0 || counted.precision() - counted.scale() > MAX_DIGITS
                ? Optional.empty()
                : Optional.of(counted.longValueExact());
    }

    private static boolean isGrouped(String bare, char point, char other) {
        String group = Pattern.quote(String.valueOf(other));
        String decimal = Pattern.quote(String.valueOf(point));
        return bare.matches("[0-9]{1,3}(" + group + "[0-9]{3})+(" + decimal + "[0-9]*)?");
    }
}
