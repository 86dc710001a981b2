package org.tillwright.register.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a document's total becomes one that coins can pay.
 *
 * @param increment the smallest coin, in major units
 * @param isInTax true when the difference goes into the biggest tax; otherwise it is a line of its own
 */
record CaseCashRounding(BigDecimal increment, RoundingMode rounding, boolean isInTax) {

    static CaseCashRounding read(CaseReader json) throws CaseException {
        BigDecimal increment = json.number("rounding");
        if (increment.signum() <= 0) {
            throw new CaseException("The member " + json.nameOf("rounding") + " is not above zero.");
        }
        String method = json.text("rounding_method");
        RoundingMode rounding =
                switch (method) {
                    case "UP" -> RoundingMode.UP;
                    case "DOWN" -> RoundingMode.DOWN;
                    case "HALF-UP" -> RoundingMode.HALF_UP;
                    case "HALF-DOWN" -> RoundingMode.HALF_DOWN;
                    case "HALF-EVEN" -> RoundingMode.HALF_EVEN;
                    default ->
                        throw new CaseException(
                                "The member " + json.nameOf("rounding_method") + " is " + JsonFile.quoted(method)
                                        + ", which is none of UP, DOWN, HALF-UP, HALF-DOWN and HALF-EVEN.");
                };
        String strategy = json.text("strategy");
        return switch (strategy) {
            case "add_invoice_line" -> new CaseCashRounding(increment, rounding, false);
            case "biggest_tax" -> new CaseCashRounding(increment, rounding, true);
            default ->
                throw new CaseException("The member " + json.nameOf("strategy") + " is " + JsonFile.quoted(strategy)
                        + ", which is neither add_invoice_line nor biggest_tax.");
        };
    }

    /** Returns what must be added to a total of so many minor units. */
    long difference(long totalMinor, CaseMoney money) throws CaseException {
        BigDecimal total = money.step().multiply(BigDecimal.valueOf(totalMinor));
        BigDecimal payable = total.divide(increment, 0, rounding).multiply(increment);
        try {
            return payable.subtract(total).divide(money.step()).longValueExact();
        } catch (ArithmeticException e) {
            throw new CaseException("The total cannot be a multiple of " + increment.toPlainString()
                    + ", because the currency's amounts go by " + money.step().toPlainString() + ".");
        }
    }
}
