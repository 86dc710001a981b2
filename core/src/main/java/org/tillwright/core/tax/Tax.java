package org.tillwright.core.tax;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.tillwright.core.money.Rate;

/**
 * One tax as the law writes it. A line has a list of them, and their order counts: a tax that {@link #affectsNext} is
 * part of the base of those after it that are {@link #affectedByEarlier}.
 *
 * @param taxId names the tax on receipts and in reports; one id is one tax
 * @param value parts per million for {@link Kind#PERCENT} and {@link Kind#DIVISION}; for {@link Kind#FIXED} millionths of
 *     the currency's major unit, for one unit of quantity
 * @param inPrice true when the line's amount already holds this tax
 * @param group what receipts and reports sum it under, often the tax's own id
 */
public record Tax(
        String taxId,
        Kind kind,
        long value,
        boolean inPrice,
        boolean affectsNext,
        boolean affectedByEarlier,
        String group) {

    /** A share of 1, in the unit of a rate; also how many millionths a major unit has. */
    static final long WHOLE = Rate.WHOLE;

    /** The largest rate there is, in parts per million: 1,000 %. */
    public static final long MOST = 10 * WHOLE;

    public Tax {
        requireNonNull(taxId, "taxId");
        requireNonNull(kind, "kind");
        requireNonNull(group, "group");
        if (kind != Kind.FIXED) {
            requireRate("tax " + taxId, value);
        }
        if (kind == Kind.DIVISION) {
            requireShare("tax " + taxId, value, inPrice);
        }
    }

    /** Checks what each line will be held to: no tax is there twice, and neighbours leave something of a price. */
    public static void requireTogether(List<Tax> taxes) {
        TaxChain.of(taxes);
    }

    static void requireRate(String name, long ppm) {
        if (ppm < 0 || ppm > MOST) {
            throw new IllegalArgumentException(name + " is not between 0 and 1000 %: " + percent(ppm) + " %");
        }
    }

    static void requireShare(String name, long ppm, boolean inPrice) {
        if (ppm > WHOLE) {
            throw new IllegalArgumentException(name + " cannot be " + percent(ppm) + " % of the price");
        }
        if (!inPrice && ppm == WHOLE) {
            throw new IllegalArgumentException(name + " on top cannot be 100 % of the price it makes");
        }
    }

    /** A percentage of the net, alone on its line. */
    public static Tax percent(String taxId, Rate rate, boolean inPrice) {
        return new Tax(taxId, Kind.PERCENT, rate.ppm(), inPrice, false, true, taxId);
    }

    private static String percent(long ppm) {
        return new Rate(ppm).percentText();
    }

    /** What the value is a measure of. */
    public enum Kind {
        /** A share of the base. */
        PERCENT,
        /** A share of the base and the tax together: 10 % of a price of 200 is 20, on a base of 180. */
        DIVISION,
        /** So much for each unit of quantity, whatever it costs. */
        FIXED
    }
}
