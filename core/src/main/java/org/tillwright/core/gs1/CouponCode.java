package org.tillwright.core.gs1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the coupons of AI 8110 and 8112: digits whose lengths stand before them. The first problem wins; what is read
 * after it counts for nothing.
 */
final class CouponCode {

    private static final int OFFER_DIGITS = 6;
    private static final int FAMILY_DIGITS = 3;
    private static final int DATE_DIGITS = 6;

    /** Added to a length digit before a company prefix or a serial number. */
    private static final int PREFIX_BASE = 6;

    private static final char SAME_COMPANY = '9';
    private static final String REQUIREMENT_CODES = "012349";
    private static final int CENTURY = 100;

    private final String text;
    private int at;
    private @Nullable Gs1Problem problem;

    private CouponCode(String text) {
        this.text = text;
        if (!Digits.areDigits(text, 0, text.length())) {
            problem = Gs1Problem.NON_DIGIT_CHARACTER;
        }
    }

    /** What was found: a problem or a coupon. */
    record Reading(@Nullable Gs1Problem problem, @Nullable Coupon coupon) {}

    /** Reads the value of AI 8110. */
    static Reading read(String text) {
        CouponCode code = new CouponCode(text);
        Coupon coupon = code.northAmerican();
        return code.reading(coupon);
    }

    /** Reads the value of AI 8112. */
    static Reading readOffer(String text) {
        CouponCode code = new CouponCode(text);
        Coupon coupon = code.positiveOffer();
        return code.reading(coupon);
    }

    private Reading reading(Coupon coupon) {
        if (at < text.length()) {
            fail(Gs1Problem.COUPON_EXCESS_DATA);
        }
        return problem == null ? new Reading(null, coupon) : new Reading(problem, null);
    }

    private Coupon northAmerican() {
        String issuer = sized(
                PREFIX_BASE,
                '0',
                '6',
                Gs1Problem.COUPON_MISSING_GCP_VLI,
                Gs1Problem.COUPON_INVALID_GCP_LENGTH,
                Gs1Problem.COUPON_TRUNCATED_GCP);
        String offer = take(OFFER_DIGITS, Gs1Problem.COUPON_TRUNCATED_OFFER_CODE);
        String saving = sized(
                0,
                '1',
                '5',
                Gs1Problem.COUPON_MISSING_SAVE_VALUE_VLI,
                Gs1Problem.COUPON_INVALID_SAVE_VALUE_LENGTH,
                Gs1Problem.COUPON_TRUNCATED_SAVE_VALUE);
        List<Coupon.Purchase> purchases = purchases(issuer);
        String lastDay = begins('3')
                ? date(Gs1Problem.COUPON_TOO_SHORT_FOR_EXPIRATION_DATE, Gs1Problem.COUPON_INVALID_EXIPIRATION_DATE)
                : null;
        String firstDay = begins('4')
                ? date(Gs1Problem.COUPON_TOO_SHORT_FOR_START_DATE, Gs1Problem.COUPON_INVALID_START_DATE)
                : null;
        if (problem == null && lastDay != null && firstDay != null && isBefore(lastDay, firstDay)) {
            fail(Gs1Problem.COUPON_EXPIRATION_BEFORE_START);
        }
        String serial = begins('5') ? serial() : null;
        String retailer = begins('6') ? retailer() : null;
        char savingCode = '0';
        boolean mayBeMultiplied = true;
        if (begins('9')) {
            savingCode =
                    one("01256", Gs1Problem.COUPON_MISSING_SAVE_VALUE_CODE, Gs1Problem.COUPON_INVALID_SAVE_VALUE_CODE);
            one(
                    "012",
                    Gs1Problem.COUPON_MISSING_SAVE_VALUE_APPLIES_TO_ITEM,
                    Gs1Problem.COUPON_INVALID_SAVE_VALUE_APPLIES_TO_ITEM);
            take(1, Gs1Problem.COUPON_MISSING_STORE_COUPON_FLAG);
            mayBeMultiplied = '0'
                    == one(
                            "01",
                            Gs1Problem.COUPON_MISSING_DONT_MULTIPLY_FLAG,
                            Gs1Problem.COUPON_INVALID_DONT_MULTIPLY_FLAG);
        }
        boolean isAmount = savingCode == '0' || savingCode == '6';
        return new Coupon(
                Coupon.Kind.NORTH_AMERICAN,
                issuer,
                offer,
                serial,
                isAmount ? Digits.number(saving, 0, saving.length()) : null,
                null,
                savingCode,
                saving,
                purchases,
                lastDay,
                firstDay,
                retailer,
                mayBeMultiplied);
    }

    private Coupon positiveOffer() {
        one("01", Gs1Problem.COUPON_MISSING_FORMAT_CODE, Gs1Problem.COUPON_INVALID_FORMAT_CODE);
        String funder = sized(
                PREFIX_BASE,
                '0',
                '6',
                Gs1Problem.COUPON_MISSING_FUNDER_VLI,
                Gs1Problem.COUPON_INVALID_FUNDER_LENGTH,
                Gs1Problem.COUPON_TRUNCATED_FUNDER);
        String offer = take(OFFER_DIGITS, Gs1Problem.COUPON_TRUNCATED_OFFER_CODE);
        String serial = serial();
        return new Coupon(
                Coupon.Kind.POSITIVE_OFFER,
                funder,
                offer,
                serial,
                null,
                null,
                '0',
                "",
                List.of(),
                null,
                null,
                null,
                true);
    }

    private List<Coupon.Purchase> purchases(String issuer) {
        List<Coupon.Purchase> purchases = new ArrayList<>();
        purchases.add(purchase(PurchaseProblems.FIRST, issuer));
        if (begins('1')) {
            one(
                    "0123",
                    Gs1Problem.COUPON_MISSING_ADDITIONAL_PURCHASE_RULES_CODE,
                    Gs1Problem.COUPON_INVALID_ADDITIONAL_PURCHASE_RULES_CODE);
            purchases.add(purchase(PurchaseProblems.SECOND, issuer));
        }
        if (begins('2')) {
            purchases.add(purchase(PurchaseProblems.THIRD, issuer));
        }
        return purchases;
    }

    private Coupon.Purchase purchase(PurchaseProblems names, String issuer) {
        String requirement = sized(0, '1', '5', names.noSize, names.badSize, names.truncated);
        char code = one(REQUIREMENT_CODES, names.noCode, names.badCode);
        String family = take(FAMILY_DIGITS, names.noFamily);
        String company = names == PurchaseProblems.FIRST ? issuer : company(names, issuer);
        return new Coupon.Purchase(requirement, code, family, company);
    }

    /** The later purchases name a company of their own, or say by a 9 that it is the issuer. */
    private String company(PurchaseProblems names, String issuer) {
        if (begins(SAME_COMPANY)) {
            return issuer;
        }
        return sized(PREFIX_BASE, '0', '6', names.noCompany, names.badCompany, names.shortCompany);
    }

    private String serial() {
        return sized(
                PREFIX_BASE,
                '0',
                '9',
                Gs1Problem.COUPON_MISSING_SERIAL_NUMBER_VLI,
                Gs1Problem.COUPON_TRUNCATED_SERIAL_NUMBER,
                Gs1Problem.COUPON_TRUNCATED_SERIAL_NUMBER);
    }

    private String retailer() {
        return sized(
                PREFIX_BASE,
                '1',
                '7',
                Gs1Problem.COUPON_MISSING_RETAILER_GCP_OR_GLN_VLI,
                Gs1Problem.COUPON_INVALID_RETAILER_GCP_OR_GLN_LENGTH,
                Gs1Problem.COUPON_TRUNCATED_RETAILER_GCP_OR_GLN);
    }

    private String date(Gs1Problem tooShort, Gs1Problem invalid) {
        String date = take(DATE_DIGITS, tooShort);
        if (problem == null && DateChecks.yymmdd(date, 0, DATE_DIGITS) != null) {
            fail(invalid);
        }
        return date;
    }

    /** Two digits tell no century: of two years the one that is fewer than fifty years on is the later. */
    private static boolean isBefore(String day, String other) {
        int years = Math.floorMod(Digits.pair(day, 0) - Digits.pair(other, 0), CENTURY);
        return years == 0 ? day.compareTo(other) < 0 : years >= CENTURY / 2;
    }

    // ---- steps; each does nothing once there is a problem ----

    /** Passes an optional field's first digit if it comes next. */
    private boolean begins(char digit) {
        boolean isNext = problem == null && at < text.length() && text.charAt(at) == digit;
        if (isNext) {
            at++;
        }
        return isNext;
    }

    private char one(String allowed, Gs1Problem missing, Gs1Problem invalid) {
        String digit = take(1, missing);
        if (problem == null && allowed.indexOf(digit.charAt(0)) < 0) {
            fail(invalid);
        }
        return digit.isEmpty() ? ' ' : digit.charAt(0);
    }

    /** A digit that tells how many follow, and those. */
    private String sized(
            int base, char least, char most, Gs1Problem missing, Gs1Problem invalid, Gs1Problem truncated) {
        String size = take(1, missing);
        if (problem == null && (size.charAt(0) < least || size.charAt(0) > most)) {
            fail(invalid);
        }
        return problem == null ? take(base + size.charAt(0) - '0', truncated) : "";
    }

    private String take(int count, Gs1Problem truncated) {
        if (problem == null && text.length() - at < count) {
            fail(truncated);
        }
        if (problem != null) {
            return "";
        }
        at += count;
        return text.substring(at - count, at);
    }

    private void fail(Gs1Problem found) {
        if (problem == null) {
            problem = found;
        }
    }

    /** The same fields stand up to three times; their problems have names of their own. */
    private enum PurchaseProblems {
        FIRST(
                Gs1Problem.COUPON_MISSING_1ST_PURCHASE_REQUIREMENT_VLI,
                Gs1Problem.COUPON_INVALID_1ST_PURCHASE_REQUIREMENT_LENGTH,
                Gs1Problem.COUPON_TRUNCATED_1ST_PURCHASE_REQUIREMENT,
                Gs1Problem.COUPON_MISSING_1ST_PURCHASE_REQUIREMENT_CODE,
                Gs1Problem.COUPON_INVALID_1ST_PURCHASE_REQUIREMENT_CODE,
                Gs1Problem.COUPON_TRUNCATED_1ST_PURCHASE_FAMILY_CODE,
                Gs1Problem.COUPON_MISSING_GCP_VLI,
                Gs1Problem.COUPON_INVALID_GCP_LENGTH,
                Gs1Problem.COUPON_TRUNCATED_GCP),
        SECOND(
                Gs1Problem.COUPON_MISSING_2ND_PURCHASE_REQUIREMENT_VLI,
                Gs1Problem.COUPON_INVALID_2ND_PURCHASE_REQUIREMENT_LENGTH,
                Gs1Problem.COUPON_TRUNCATED_2ND_PURCHASE_REQUIREMENT,
                Gs1Problem.COUPON_MISSING_2ND_PURCHASE_REQUIREMENT_CODE,
                Gs1Problem.COUPON_INVALID_2ND_PURCHASE_REQUIREMENT_CODE,
                Gs1Problem.COUPON_TRUNCATED_2ND_PURCHASE_FAMILY_CODE,
                Gs1Problem.COUPON_MISSING_2ND_PURCHASE_GCP_VLI,
                Gs1Problem.COUPON_INVALID_2ND_PURCHASE_GCP_LENGTH,
                Gs1Problem.COUPON_TRUNCATED_2ND_PURCHASE_GCP),
        THIRD(
                Gs1Problem.COUPON_MISSING_3RD_PURCHASE_REQUIREMENT_VLI,
                Gs1Problem.COUPON_INVALID_3RD_PURCHASE_REQUIREMENT_LENGTH,
                Gs1Problem.COUPON_TRUNCATED_3RD_PURCHASE_REQUIREMENT,
                Gs1Problem.COUPON_MISSING_3RD_PURCHASE_REQUIREMENT_CODE,
                Gs1Problem.COUPON_INVALID_3RD_PURCHASE_REQUIREMENT_CODE,
                Gs1Problem.COUPON_TRUNCATED_3RD_PURCHASE_FAMILY_CODE,
                Gs1Problem.COUPON_MISSING_3RD_PURCHASE_GCP_VLI,
                Gs1Problem.COUPON_INVALID_3RD_PURCHASE_GCP_LENGTH,
                Gs1Problem.COUPON_TRUNCATED_3RD_PURCHASE_GCP);

        private final Gs1Problem noSize;
        private final Gs1Problem badSize;
        private final Gs1Problem truncated;
        private final Gs1Problem noCode;
        private final Gs1Problem badCode;
        private final Gs1Problem noFamily;
        private final Gs1Problem noCompany;
        private final Gs1Problem badCompany;
        private final Gs1Problem shortCompany;

        PurchaseProblems(
                Gs1Problem noSize,
                Gs1Problem badSize,
                Gs1Problem truncated,
                Gs1Problem noCode,
                Gs1Problem badCode,
                Gs1Problem noFamily,
                Gs1Problem noCompany,
                Gs1Problem badCompany,
                Gs1Problem shortCompany) {
            this.noSize = noSize;
            this.badSize = badSize;
            this.truncated = truncated;
            this.noCode = noCode;
            this.badCode = badCode;
            this.noFamily = noFamily;
            this.noCompany = noCompany;
            this.badCompany = badCompany;
            this.shortCompany = shortCompany;
        }
    }
}
