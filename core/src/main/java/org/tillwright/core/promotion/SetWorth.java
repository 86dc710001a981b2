package org.tillwright.core.promotion;

/**
 * What sets of a rule can take off the pieces of one line at most, such that the sum over lines is never too low. A set in
 * price order lowers its cheapest pieces, so an even part of all its pieces is more; the price of a set is borne by its
 * pieces, by the dearest piece that each part could have.
 */
final class SetWorth {

    private final Touched touched;
    /** Of a set at a price: what one piece of each slot bears of it, rounded down. */
    private final long[] borne;

    SetWorth(Goods goods, Touched touched) {
        this.touched = touched;
        Rule rule = touched.rule;
        this.borne = new long[rule.slots.length];
        if (rule.kind == Rule.Kind.MIX) {
            borne[0] = rule.amountMinor / Math.max(1, rule.setSize);
        } else if (rule.kind == Rule.Kind.BUNDLE) {
            bear(goods);
        }
    }

    private void bear(Goods goods) {
        Rule rule = touched.rule;
        long[] dearest = new long[borne.length];
        for (int i = touched.size - 1; i >= 0; i--) {
            int line = touched.lines[i];
            for (int slot = 0; slot < dearest.length; slot++) {
                if ((touched.masks[i] >> slot & 1) != 0) {
                    dearest[slot] = goods.amounts[line] / Math.max(1, goods.pieces[line]);
                }
            }
        }
        long sum = 0;
        for (int slot = 0; slot < dearest.length; slot++) {
            sum = Math.addExact(sum, Math.multiplyExact(dearest[slot], rule.counts[slot]));
        }
        for (int slot = 0; slot < dearest.length; slot++) {
            borne[slot] = Portions.part(rule.amountMinor, dearest[slot], sum);
        }
    }

    /**
     * Returns what may be taken off {@code pieces} of a line.
     *
     * @param left of them now
     * @param before what they cost before promotions; price order goes by that
     */
    long most(int line, long left, long before, long pieces) {
        Rule rule = touched.rule;
        return switch (rule.kind) {
            case CHEAPEST -> {
                long lowered = rule.lowerings[0].taken(before, 0);
                yield Math.min(left, Portions.part(lowered, rule.lowered, rule.setSize) + 2);
            }
            case BUY_GET -> (touched.maskOf(line) & 2) == 0 ? 0 : rule.lowerings[0].taken(left, 0);
            case MIX, BUNDLE -> Math.max(0, left - Member.saturated(least(touched.maskOf(line)), pieces));
            default -> 0;
        };
    }

    private long least(int mask) {
        long least = Long.MAX_VALUE;
        for (int slot = 0; slot < borne.length; slot++) {
            least = (mask >> slot & 1) != 0 ? Math.min(least, borne[slot]) : least;
        }
        return least;
    }
}
