package org.tillwright.core.scan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.CodePattern;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.gs1.Coupon;
import org.tillwright.core.gs1.ElementString;
import org.tillwright.core.gs1.Gs1Problem;

/** What a scanned code is. */
public sealed interface ScanResult
        permits ScanResult.Item,
                ScanResult.Asks,
                ScanResult.Discount,
                ScanResult.Elements,
                ScanResult.Ambiguous,
                ScanResult.Misread,
                ScanResult.Plain {

    /**
     * A trade item.
     *
     * @param code what to look it up by
     * @param measure how much of it, if the code says so
     * @param priceMinor what the label says it costs in all, in the currency's minor unit; the line's amount is exactly this
     * @param trace what else the code says of this piece
     * @param label the whole GS1 label; null for a plain number
     */
    record Item(
            ScanCode code,
            @Nullable Measure measure,
            @Nullable Long priceMinor,
            Trace trace,
            @Nullable ElementString label)
            implements ScanResult {

        /** A number that says nothing but which item it is. */
        static Item of(ScanCode code) {
            return new Item(code, null, null, Trace.NONE, null);
        }
    }

    /**
     * How much a code says there is.
     *
     * @param milli thousandths of the unit
     * @param unit kg, m, m2, l, m3, lb, oz, piece and so on; null: the unit that the item has
     */
    record Measure(long milli, @Nullable String unit) {}

    /**
     * What is known of one piece or batch.
     *
     * @param lot batch or lot
     * @param serial serial number
     * @param useBy not to be sold after
     * @param bestBefore of lesser quality after
     * @param sellBy not to be offered after
     * @param addOn the two or five digits beside a magazine's code
     */
    record Trace(
            @Nullable String lot,
            @Nullable String serial,
            @Nullable LocalDate useBy,
            @Nullable LocalDate bestBefore,
            @Nullable LocalDate sellBy,
            @Nullable String addOn) {

        static final Trace NONE = new Trace(null, null, null, null, null, null);
    }

    /**
     * A label with zeros in place of its value: the item is known, the value must be asked for.
     *
     * @param code what to look the item up by
     * @param meaning what to ask for
     */
    record Asks(ScanCode code, CodePattern.Meaning meaning) implements ScanResult {}

    /**
     * A percentage off.
     *
     * @param ratePpm parts per million: 22 % is 220,000
     */
    record Discount(long ratePpm) implements ScanResult {}

    /**
     * A GS1 label that names no trade item: a coupon, a pallet, a place, a payment slip.
     *
     * @param label what stands on it
     * @param coupon the coupon that it is, or null
     */
    record Elements(ElementString label, @Nullable Coupon coupon) implements ScanResult {}

    /**
     * A code with more than one meaning, each as likely. If just one of them is known to the shop, that is the one; otherwise
     * a person decides.
     *
     * @param candidates the meanings, at least two
     */
    record Ambiguous(List<ScanResult> candidates) implements ScanResult {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * A code that does not say what it seems to say.
     *
     * @param problem what is wrong
     * @param code as it was read: a shop may have numbers of its own without check digits, so it may be looked up all the same
     * @param gs1 which rule of GS1 is broken, if it is one of those
     * @param ai the identifier that it is about; empty if none
     */
    record Misread(Problem problem, ScanCode code, @Nullable Gs1Problem gs1, String ai) implements ScanResult {
        Misread(Problem problem, ScanCode code) {
            this(problem, code, null, "");
        }
    }

    /** Text that no standard knows: an in-store code, a customer's card, a web address. */
    record Plain(ScanCode code) implements ScanResult {}

    /** What may be wrong with a code. */
    enum Problem {
        /** The check digit does not fit the other digits. */
        CHECK_DIGIT,
        /** The check digit over a label's price does not fit the price. */
        PRICE_CHECK_DIGIT,
        /** The symbol cannot hold so few or so many digits. */
        LENGTH,
        /** Letters where only digits can be. */
        NOT_DIGITS,
        /** The price on the label is finer than the currency's smallest unit. */
        PRICE_TOO_FINE,
        /** The price on the label is in another currency. */
        OTHER_CURRENCY,
        /** A GS1 label or Digital Link breaks a rule. */
        GS1
    }
}
