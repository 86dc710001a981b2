package org.tillwright.system.reference;

import java.util.List;

/**
 * Pieces of one line that a promotion counts.
 *
 * @param line place of the line in price order
 * @param part as which part of its sets: of a bundle the part's place, of buy-and-get 0 and 1, of all else 0
 * @param amounts what lies on each of the pieces, in minor units
 */
record Counted(int line, Goods goods, int part, List<Long> amounts) {

    int pieces() {
        return amounts.size();
    }

    long amount() {
        return sum(amounts);
    }

    /** What the last so many of the pieces carry. */
    long amountOfLast(int count) {
        return sum(amounts.subList(amounts.size() - count, amounts.size()));
    }

    long milli() {
        return goods.pieceMilli() * amounts.size();
    }

    private static long sum(List<Long> amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
        }
        return sum;
    }
}
