package org.tillwright.register.cases;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tillwright.core.tax.TaxCalculator;
import org.tillwright.core.tax.TaxPolicy;

/**
 * How amounts of a case are counted: in steps, such as 0.01 or 0.05 of the currency, and how tax on them is rounded.
 *
 * @param step above zero
 */
record CaseMoney(BigDecimal step, TaxPolicy.Level level) {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    static CaseMoney read(CaseReader json) throws CaseException {
        BigDecimal step = json.number("currency_rounding", CENT);
        if (step.signum() <= 0) {
            throw new CaseException("The currency_rounding " + step.toPlainString() + " is not above zero.");
        }
        requireDivisible(step);
        String method = json.has("rounding_method") ? json.text("rounding_method") : "round_per_line";
        return switch (method) {
            case "round_per_line" -> new CaseMoney(step, TaxPolicy.Level.PER_LINE);
            case "round_globally" -> new CaseMoney(step, TaxPolicy.Level.PER_TOTAL);
            default ->
                throw new CaseException("The rounding_method " + JsonFile.quoted(method)
                        + " is neither round_per_line nor round_globally.");
        };
    }

    /** An amount must be a decimal number of steps; with steps of 0.03 it seldom is. */
    private static void requireDivisible(BigDecimal step) throws CaseException {
        try {
            BigDecimal perMajor = BigDecimal.ONE.divide(step);
            requireNonNull(perMajor);
        } catch (ArithmeticException e) {
            throw new CaseException("The currency_rounding " + step.toPlainString()
                    + " does not divide 1 into a number of parts that can be written down.");
        }
    }

    TaxCalculator calculator() {
        return TaxCalculator.ofSteps(step, new TaxPolicy(TaxPolicy.Placement.IN_PRICE, level, RoundingMode.HALF_UP));
    }

    /** Writes a number of steps as an amount, at the currency's digits. */
    String text(long steps) {
        BigDecimal amount = step.multiply(BigDecimal.valueOf(steps));
        return amount.setScale(Math.max(0, step.scale())).toPlainString();
    }
}
