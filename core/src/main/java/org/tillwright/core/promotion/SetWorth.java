package org.tillwright.core.promotion;

/**
 * What sets of a rule can take off the pieces of one line at most. Where no other rule takes anything off the lines of this
 * one, it is enough that the sum over its lines is never too low: a set in price order lowers its cheapest pieces, so an even
 * part of all its pieces is more; the price of a set is borne by its pieces, by the dearest piece that each part could have.
 * Where another rule may take what this one leaves of a line, each line has to be told the most that it could ever get.
 */
final class SetWorth {

    private final Touched touched;
    private final boolean alone;
    /** What the dearest set costs without its price, where it has one. */
    private long dearestSet;
    /** Of a set at a price: what one piece of each slot bears of it, rounded down. */
    private final long[] borne;

    /**
     * @param alone true if no other rule takes anything off any of its lines
     */
    SetWorth(Goods goods, Touched touched, boolean alone) {
        this.touched = touched;
        this.alone = alone;
        Rule rule = touched.rule;
        this.borne = new long[rule.slots.length];
        if (rule.kind == Rule.Kind.MIX) {
            borne[0] = rule.amountMinor / Math.max(1, rule.setSize);
            dearestSet = Member.saturated(rule.setSize, dearest(goods)[0] + 1);
        } else if (rule.kind == Rule.Kind.BUNDLE) {
            bear(dearest(goods));
        }
    }

    /** Returns what the dearest piece for each slot costs, rounded down. */
    private long[] dearest(Goods goods) {
        long[] dearest = new long[borne.length];
        for (int i = touched.size - 1; i >= 0; i--) {
            int line = touched.lines[i];
            for (int slot = 0; slot < dearest.length; slot++) {
                if ((touched.masks[i] >> slot & 1) != 0) {
                    dearest[slot] = goods.amounts[line] / Math.max(1, goods.pieces[line]);
                }
            }
        }
        return dearest;
    }

    private void bear(long[] dearest) {
        Rule rule = touched.rule;
        long sum = 0;
        for (int slot = 0; slot < dearest.length; slot++) {
            sum = Math.addExact(sum, Math.multiplyExact(dearest[slot], rule.counts[slot]));
            dearestSet = Math.addExact(dearestSet, Math.multiplyExact(dearest[slot] + 1, rule.counts[slot]));
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
        if (!alone && rule.kind != Rule.Kind.BUY_GET) {
            return rule.isSetAtAPrice() ? ofDearestSet(left) : rule.lowerings[0].taken(left, 0);
        }
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

    /** The dearer a set is without its price, the more of each of its pieces is taken off. */
    private long ofDearestSet(long left) {
        long price = touched.rule.amountMinor;
        return price >= dearestSet ? 0 : Math.min(left, left - Portions.part(left, price, dearestSet) + 1);
    }

    private long least(int mask) {
        long least = Long.MAX_VALUE;
        for (int slot = 0; slot < borne.length; slot++) {
            least = (mask >> slot & 1) != 0 ? Math.min(least, borne[slot]) : least;
        }
        return least;
    }
}
