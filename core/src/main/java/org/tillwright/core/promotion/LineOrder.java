package org.tillwright.core.promotion;

import java.util.List;

/**
 * Puts lines into the order in which a {@link Packing} goes through them. Rules whose sets are cut in price order, and those
 * whose limit goes to the dearest lines, see their lines in that order; beyond that, lines of the same rules stand together,
 * because then fewer sets are half made at a time, and there are fewer states.
 */
final class LineOrder {

    /** One bit for each member must fit into a long. */
    private static final int MOST_MEMBERS = 63;

    private LineOrder() {}

    /** Returns {@code lines}, which are in price order, in the order for these members. */
    static int[] of(int[] lines, List<Member> members) {
        int[] ordered = lines.clone();
        if (members.size() > MOST_MEMBERS) {
            return ordered;
        }
        long[] bits = new long[lines.length];
        long inPriceOrder = 0;
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (!member.joinsLines()) {
                continue;
            }
            boolean asks = member.rule.kind == Rule.Kind.CHEAPEST || member.rule.kind == Rule.Kind.EACH;
            inPriceOrder |= asks ? 1L << i : 0;
            for (int line = 0; line < lines.length; line++) {
                bits[line] |= member.touched.maskOf(lines[line]) != 0 ? 1L << i : 0;
            }
        }
        long active = 0;
        for (int done = 0; done < lines.length; done++) {
            int next = next(bits, done, active, inPriceOrder);
            active |= bits[next];
            moveTo(ordered, bits, next, done);
        }
        return ordered;
    }

    /** Returns the first line that begins fewest new sets among those that no dearer line of the same rule goes before. */
    private static int next(long[] bits, int from, long active, long inPriceOrder) {
        long blocked = 0;
        int best = from;
        int fewest = Integer.MAX_VALUE;
        for (int line = from; line < bits.length && fewest > 0; line++) {
            int begun = Long.bitCount(bits[line] & ~active);
            if ((bits[line] & blocked) == 0 && begun < fewest) {
                fewest = begun;
                best = line;
            }
            blocked |= bits[line] & inPriceOrder;
        }
        return best;
    }

    private static void moveTo(int[] ordered, long[] bits, int from, int to) {
        int line = ordered[from];
        long bit = bits[from];
        for (int i = from; i > to; i--) {
            ordered[i] = ordered[i - 1];
            bits[i] = bits[i - 1];
        }
        ordered[to] = line;
        bits[to] = bit;
    }
}
