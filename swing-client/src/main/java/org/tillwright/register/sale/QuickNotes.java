package org.tillwright.register.sale;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.tillwright.core.money.Money;

/** The cash amounts that a customer most probably hands over: the exact one, and the next notes and round sums. */
public final class QuickNotes {

    /** As many as fit beside each other on the payment screen. */
    public static final int MOST = 5;

    private static final long[] NOTES = {5, 10, 20, 50, 100, 200, 500, 1_000};

    private QuickNotes() {}

    /** Returns amounts that pay what is due, the smallest first; for a refund only what is due. */
    public static List<Money> of(Money due) {
        if (due.isNegative() || due.isZero()) {
            return List.of(due);
        }
        long major = LongStream.iterate(1, factor -> factor * 10)
                .skip(due.currency().digits())
                .findFirst()
                .orElseThrow();
        TreeSet<Long> amounts = new TreeSet<>(List.of(due.minor()));
        for (long note : NOTES) {
            long unit = Math.multiplyExact(note, major);
            amounts.add(Math.multiplyExact((due.minor() + unit - 1) / unit, unit));
        }
        return amounts.stream()
                .limit(MOST)
                .map(minor -> new Money(due.currency(), minor))
                .toList();
    }
}
