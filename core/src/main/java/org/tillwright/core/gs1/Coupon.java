package org.tillwright.core.gs1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon's code says, in the code's own terms. Whether the cart meets it is for others to judge.
 *
 * @param kind which standard it is written in
 * @param issuer company prefix of who pays for it; of a global coupon number the first 12 digits, which hold it
 * @param offer six digits by which the issuer knows the offer; empty for a global coupon number
 * @param serial number of this one coupon, if it has one
 * @param savingHundredths what it takes off, in hundredths of the currency, if the code says an amount
 * @param ratePpm what it takes off, in parts per million, if the code says a percentage beyond doubt
 * @param savingCode how a North American code means its saving: 0 off the goods, 1 a free item up to this price, 2 free
 *     items by number, 5 a percentage, 6 off the whole sale; '0' where the code says nothing
 * @param savingDigits the saving as it stands in the code; empty if it says none
 * @param purchases what must be bought; empty if the code does not say
 * @param lastDay YYMMDD, if told
 * @param firstDay YYMMDD, if told
 * @param retailer company prefix or location number of the only retailer that takes it, if told
 * @param mayBeMultiplied false if the code forbids that a shop gives it twice its worth
 */
public record Coupon(
        Kind kind,
        String issuer,
        String offer,
        @Nullable String serial,
        @Nullable Long savingHundredths,
        @Nullable Long ratePpm,
        char savingCode,
        String savingDigits,
        List<Purchase> purchases,
        @Nullable String lastDay,
        @Nullable String firstDay,
        @Nullable String retailer,
        boolean mayBeMultiplied) {

    private static final int NUMBER_DIGITS = 12;
    private static final int HUNDREDTHS = 2;
    private static final int PPM_OF_PERCENT = 4;

    public Coupon {
        purchases = List.copyOf(purchases);
    }

    /** The standards that know coupons. */
    public enum Kind {
        /** AI 255: a number, whose worth stands beside it or in the issuer's books. */
        GLOBAL_COUPON_NUMBER,
        /** AI 8110: everything that must be bought and what it saves. */
        NORTH_AMERICAN,
        /** AI 8112: a number, whose worth is in a file of offers. */
        POSITIVE_OFFER
    }

    /**
     * One thing that must be bought.
     *
     * @param requirement how much, as digits; the code says of what
     * @param code 0 pieces, otherwise money or weight as the coupon guideline tells
     * @param family three digits by which the company groups its goods
     * @param company company prefix of the goods
     */
    public record Purchase(String requirement, char code, String family, String company) {}

    /** A global coupon number with the amount or percentage that may stand beside it on the label. */
    static Coupon globalNumber(String number, @Nullable Element amount, @Nullable Element percentage) {
        return new Coupon(
                Kind.GLOBAL_COUPON_NUMBER,
                number.substring(0, NUMBER_DIGITS),
                "",
                number.length() > NUMBER_DIGITS + 1 ? number.substring(NUMBER_DIGITS + 1) : null,
                amount == null ? null : scaled(amount, HUNDREDTHS),
                percentage == null ? null : scaled(percentage, PPM_OF_PERCENT),
                '0',
                "",
                List.of(),
                null,
                null,
                null,
                true);
    }

    /** The last digit of such an identifier tells the digits after the point. Null if the figure would lose one. */
    private static @Nullable Long scaled(Element element, int decimals) {
        long value = Digits.number(element.value(), 0, element.value().length());
        int told = element.ai().charAt(3) - '0';
        for (int i = told; i < decimals; i++) {
            value = Math.multiplyExact(value, 10L);
        }
        for (int i = decimals; i < told; i++) {
            if (value % 10 != 0) {
                return null;
            }
            value /= 10;
        }
        return value;
    }
}
