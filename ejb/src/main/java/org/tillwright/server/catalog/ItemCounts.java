package org.tillwright.server.catalog;

/** How many items there are, by what a shop looks for. */
public record ItemCounts(long onSale, long needPrice, long noPicture, long pricePlanned, long notSold) {

    /** Returns how many items there are at all. */
    public long all() {
        return onSale + notSold;
    }
}
