package org.tillwright.register.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A discount on a whole document: a share of what it comes to, kept as a fraction because a third has no last digit.
 *
 * @param divisor not zero
 */
record Discount(BigDecimal dividend, BigDecimal divisor) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Reads the discount of a case.
     *
     * @param totalMinor what can be lowered, in minor units
     */
    static Discount read(CaseReader json, long totalMinor, CaseMoney money) throws CaseException {
        String type = json.text("type");
        switch (type) {
            case "percent" -> {
                json.number("amount");
                return new Discount(CaseLine.percent(json, "amount"), HUNDRED);
            }
            case "fixed" -> {
                BigDecimal amount = json.number("amount").divide(money.step());
                BigDecimal total = BigDecimal.valueOf(totalMinor).abs();
                if (amount.signum() < 0 || amount.compareTo(total) > 0) {
                    throw new CaseException("The member " + json.nameOf("amount")
                            + " is not between nothing and what the document comes to without fixed taxes.");
                }
                return total.signum() == 0
                        ? new Discount(BigDecimal.ZERO, BigDecimal.ONE)
                        : new Discount(amount, total);
            }
            default ->
                throw new CaseException("The member " + json.nameOf("type") + " is " + JsonFile.quoted(type)
                        + ", which is neither percent nor fixed.");
        }
    }

    /** Returns what the discount takes off an amount, in minor units, a half away from zero. */
    long of(long minor) {
        return BigDecimal.valueOf(minor)
                .multiply(dividend)
                .divide(divisor, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
