package org.tillwright.core.barcode;

/**
 * The check digit over the price within a scale's label. It is computed with weighted products whose carries count, as the
 * General Specifications tell in 7.9: a swapped or misprinted figure of the price is noticed on its own.
 */
public final class PriceCheckDigit {

    private static final int[] TWO_MINUS = {0, 2, 4, 6, 8, 9, 1, 3, 5, 7};
    private static final int[] FIVE_PLUS = {0, 5, 1, 6, 2, 7, 3, 8, 4, 9};
    private static final int[] FIVE_MINUS = {0, 5, 9, 4, 8, 3, 7, 2, 6, 1};
    private static final int[] FIVE_MINUS_INVERSE = {0, 9, 7, 5, 3, 1, 8, 6, 4, 2};

    private PriceCheckDigit() {}

    /** True if there is a check digit for prices of so many digits. */
    public static boolean isDefinedFor(int digits) {
        return digits == 4 || digits == 5;
    }

    /**
     * The check digit of a price.
     *
     * @param price four or five digits
     * @throws IllegalArgumentException if it has another number of digits
     */
    public static char of(String price) {
        if (!isDefinedFor(price.length()) || !Gtin.isDigits(price)) {
            throw new IllegalArgumentException("A price check digit is for four or five digits, not for " + price);
        }
        int[] d = new int[price.length()];
        for (int i = 0; i < d.length; i++) {
            d[i] = price.charAt(i) - '0';
        }
        return (char) ('0' + (d.length == 4 ? overFour(d) : overFive(d)));
    }

    private static int overFour(int[] d) {
        return (TWO_MINUS[d[0]] + TWO_MINUS[d[1]] + 3 * d[2] + FIVE_MINUS[d[3]]) * 3 % 10;
    }

    private static int overFive(int[] d) {
        int sum = FIVE_PLUS[d[0]] + TWO_MINUS[d[1]] + FIVE_MINUS[d[2]] + FIVE_PLUS[d[3]] + TWO_MINUS[d[4]];
        return FIVE_MINUS_INVERSE[(10 - sum % 10) % 10];
    }
}
