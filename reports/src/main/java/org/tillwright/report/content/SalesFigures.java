package org.tillwright.report.content;

/** What a group of lines or transactions comes to. Net and tax make the total. */
public record SalesFigures(long count, long netMinor, long taxMinor) {

    public static final SalesFigures NONE = new SalesFigures(0, 0, 0);

    public long totalMinor() {
        return Math.addExact(netMinor, taxMinor);
    }

    public SalesFigures plus(SalesFigures other) {
        return new SalesFigures(
                Math.addExact(count, other.count),
                Math.addExact(netMinor, other.netMinor),
                Math.addExact(taxMinor, other.taxMinor));
    }
}
