package org.tillwright.core.money;

import java.math.BigDecimal;

/**
 * Writes amounts, prices and quantities for people. Takes the locale's signs as plain characters, so that register,
 * server and browser write the same figures whatever locale data they carry.
 *
 * @param decimalPoint between whole and decimals, such as ','
 * @param grouping between thousands, such as '.' or a narrow space; 0 for none
 */
public record MoneyFormat(char decimalPoint, char grouping) {

    /** The true minus sign, as wide as a digit; receipts in old code pages replace it by a hyphen. */
    public static final char MINUS = '\u2212';

    private static final int GROUP = 3;

    /** Writes an amount without its currency, such as {@code 1.234,50} or {@code −3,00}. */
    public String amount(Money money) {
        return number(money.decimal());
    }

    /** Writes a unit price with at least the currency's digits, and more only when the price needs them. */
    public String price(UnitPrice price) {
        BigDecimal stripped = price.decimal().stripTrailingZeros();
        int digits = Math.max(stripped.scale(), price.currency().digits());
        return number(stripped.setScale(digits));
    }

    /** Writes a quantity as short as it can be told: {@code 2}, {@code 0,485}. */
    public String quantity(Quantity quantity) {
        BigDecimal stripped = quantity.decimal().stripTrailingZeros();
        return number(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    /** Writes a rate in percent, such as {@code 8,875}. */
    public String percent(Rate rate) {
        return number(new BigDecimal(rate.percentText()));
    }

    private String number(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder text = new StringBuilder();
        if (value.signum() < 0) {
            text.append(MINUS);
        }
        for (int i = 0; i < whole.length(); i++) {
            if (grouping != 0 && i > 0 && (whole.length() - i) % GROUP == 0) {
                text.append(grouping);
            }
            text.append(whole.charAt(i));
        }
        if (point >= 0) {
            text.append(decimalPoint).append(plain, point + 1, plain.length());
        }
        return text.toString();
    }
}
