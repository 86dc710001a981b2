package org.tillwright.core.tax;

import java.util.List;

/**
 * What tax made of the lines of a transaction, in minor units. Net plus tax is gross for each line and for the whole;
 * the lines' parts of a tax sum to that tax.
 *
 * @param lines one for each line given, in the same order
 * @param totals one for each tax, in the order of their ids
 */
public record Taxed(List<Line> lines, List<Total> totals, long netMinor, long taxMinor, long grossMinor) {

    public Taxed {
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
        requireSum(netMinor, taxMinor, grossMinor);
    }

    /** One line, with its taxes in the order in which it had them. */
    public record Line(int number, long netMinor, long taxMinor, long grossMinor, List<Part> parts) {

        public Line {
            parts = List.copyOf(parts);
            requireSum(netMinor, taxMinor, grossMinor);
        }
    }

    /** A tax on one line, and what it was taken of: the net, and those earlier taxes that are taxed themselves. */
    public record Part(Tax tax, long baseMinor, long taxMinor) {}

    /** A tax in the whole transaction. */
    public record Total(Tax tax, long baseMinor, long taxMinor) {}

    private static void requireSum(long net, long tax, long gross) {
        if (Math.addExact(net, tax) != gross) {
            throw new IllegalArgumentException("net " + net + " + tax " + tax + " is not " + gross);
        }
    }
}
