package org.tillwright.report.content;

import java.util.Locale;

/**
 * One total, worked out twice from tables that know nothing of each other. When the two differ the report says so; it never
 * chooses one.
 *
 * @param here as the report shows it
 * @param there as the other table has it
 */
public record ControlTotal(Check check, Measure measure, long here, long there) {

    /** What is held against what. */
    public enum Check {
        LINES_TO_TRANSACTIONS,
        TAXES_TO_TRANSACTIONS,
        TENDERS_TO_TRANSACTIONS,
        SINGLE_TAXES_TO_TRANSACTIONS,
        CASH_ROUNDING_TO_LEDGER,
        NET_TO_LEDGER,
        TAX_TO_LEDGER,
        TENDERS_TO_TILLS,
        IN_CURRENCY,
        SALES_TO_TILL,
        EXPECTED_TO_SETTLEMENT,
        EXPECTED_TO_REGISTER,
        COUNT_TO_REGISTER,
        CASH_TO_LEDGER,
        OVER_SHORT_TO_LEDGER,
        LEVELS_TO_ENTRIES,
        BALANCED_ITEMS,
        VALUE_TO_DATABASE;

        /** Returns the key of its sentence in the bundles. */
        public String key() {
            return "control." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a total counts. */
    public enum Measure {
        AMOUNT,
        COUNT,
        QUANTITY
    }

    public static ControlTotal amount(Check check, long hereMinor, long thereMinor) {
        return new ControlTotal(check, Measure.AMOUNT, hereMinor, thereMinor);
    }

    public static ControlTotal count(Check check, long here, long there) {
        return new ControlTotal(check, Measure.COUNT, here, there);
    }

    public static ControlTotal quantity(Check check, long hereMilli, long thereMilli) {
        return new ControlTotal(check, Measure.QUANTITY, hereMilli, thereMilli);
    }

    public boolean agrees() {
        return here == there;
    }
}
