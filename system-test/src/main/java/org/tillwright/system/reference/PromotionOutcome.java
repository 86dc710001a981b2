package org.tillwright.system.reference;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What promotions take off a cart.
 *
 * @param byPromotion by promotion id; only those that take something off
 */
public record PromotionOutcome(SortedMap<String, Applied> byPromotion) {

    /**
     * One promotion.
     *
     * @param byLine by line number; without those that only counted
     */
    public record Applied(long times, SortedMap<Integer, OnLine> byLine) {}

    /** Returns this outcome without the lines, and the promotions, that took nothing off: they may be told or not. */
    public PromotionOutcome withoutNothing() {
        SortedMap<String, Applied> lean = new TreeMap<>();
        byPromotion.forEach((id, applied) -> {
            SortedMap<Integer, OnLine> lines = new TreeMap<>(applied.byLine());
            lines.values().removeIf(line -> line.takenMinor() == 0);
            if (!lines.isEmpty()) {
                lean.put(id, new Applied(applied.times(), lines));
            }
        });
        return new PromotionOutcome(lean);
    }

    /** Pieces counted of one line, and what was taken off them. */
    public record OnLine(long pieces, long takenMinor) {}

    static PromotionOutcome nothing() {
        return new PromotionOutcome(new TreeMap<>());
    }

    public long takenMinor() {
        long sum = 0;
        for (Applied applied : byPromotion.values()) {
            for (OnLine line : applied.byLine().values()) {
                sum += line.takenMinor();
            }
        }
        return sum;
    }

    /** Returns what was taken off each line by all of them, by line number. */
    Map<Integer, Long> byLine() {
        Map<Integer, Long> byLine = new TreeMap<>();
        for (Applied applied : byPromotion.values()) {
            applied.byLine().forEach((number, line) -> byLine.merge(number, line.takenMinor(), Long::sum));
        }
        return byLine;
    }
}
