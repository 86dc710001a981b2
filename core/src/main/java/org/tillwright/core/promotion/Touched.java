package org.tillwright.core.promotion;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A rule that is near in one sale: the lines it selects, whether it counts, and what it has counted and taken so far. */
final class Touched {

    final Rule rule;
    /** Lines of {@link Goods} that it selects, in price order; only the first {@link #size} are used. */
    int[] lines = new int[4];
    /** For each of those, a bit for each slot that selects it. */
    int[] masks = new int[4];

    int size;
    /** Why it does not count in this sale, or null. */
    @Nullable
    Reason inactive;
    /** How many times it may be applied. */
    long left = Long.MAX_VALUE;
    /** Pieces counted and minor units taken, by line of {@link Goods}; null before anything was. */
    private long @Nullable [] counted;

    private long @Nullable [] taken;
    long times;
    /** What was short when its turn came: minor units for a threshold, thousandths of a unit for a break; else 0. */
    long missing;

    boolean selectsWhatTakesNoPart;
    /** True while the search takes it for granted that its threshold is reached, or that it never is. */
    boolean settled;
    /** True if its threshold is reached where it is settled. */
    boolean inReach;

    Touched(Rule rule) {
        this.rule = rule;
    }

    /** Adds a line of {@link Goods}, or -1 for one that takes no part. */
    void add(int line, int mask) {
        if (line < 0) {
            selectsWhatTakesNoPart = true;
            return;
        }
        if (size > 0 && lines[size - 1] == line) {
            return;
        }
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
            masks = Arrays.copyOf(masks, size * 2);
        }
        lines[size] = line;
        masks[size++] = mask;
    }

    /** Finds out whether it counts in a sale, and how often it may be applied. */
    void judge(Situation situation) {
        Conditions conditions = rule.promotion.conditions();
        inactive = conditions.failing(situation);
        Long perSale = conditions.perSale();
        if (perSale != null) {
            left = perSale;
        }
        Long perCustomer = conditions.perCustomer();
        if (perCustomer != null) {
            Long used = situation.usedByCustomer().get(rule.promotion.promotionId());
            left = Math.min(left, perCustomer - (used == null ? 0 : Math.max(0, used)));
        }
        if (inactive == null && size > 0 && left <= 0) {
            inactive = Reason.LIMIT_USED_UP;
        }
    }

    /** Returns a bit for each slot that selects a line of {@link Goods}; 0 if none does. */
    int maskOf(int line) {
        int at = Arrays.binarySearch(lines, 0, size, line);
        return at < 0 ? 0 : masks[at];
    }

    boolean counts() {
        return inactive == null && size > 0;
    }

    /** True if its limit allows fewer times than there are pieces. */
    boolean isLimited(long pieces) {
        return left < pieces;
    }

    /** True if what it takes off one line depends on other lines. */
    boolean joinsLines(Goods goods) {
        return rule.kind != Rule.Kind.EACH || isLimited(pieces(goods));
    }

    boolean selectsOneOf(int[] some) {
        for (int line : some) {
            if (maskOf(line) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many pieces the lines have that it selects. */
    long pieces(Goods goods) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = Math.addExact(sum, goods.pieces[lines[i]]);
        }
        return sum;
    }

    /** Returns how many pieces of those given, by line of {@link Goods}, each slot selects. */
    long[] available(long[] pieces) {
        long[] available = new long[rule.slots.length];
        for (int i = 0; i < size; i++) {
            for (int slot = 0; slot < available.length; slot++) {
                available[slot] += (masks[i] >> slot & 1) * pieces[lines[i]];
            }
        }
        return available;
    }

    /** True if all it selects reaches its threshold, and the price of a set, where it has them. */
    boolean isInReach(Goods goods) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += goods.amounts[lines[i]];
        }
        return rule.kind.isSpend() ? sum >= rule.spendMinor : !rule.isSetAtAPrice() || sum >= rule.amountMinor;
    }

    void note(int line, long pieces, long minor, int goods) {
        if (counted == null || taken == null) {
            counted = new long[goods];
            taken = new long[goods];
        }
        counted[line] += pieces;
        taken[line] += minor;
    }

    long counted(int line) {
        return counted == null ? 0 : counted[line];
    }

    long taken(int line) {
        return taken == null ? 0 : taken[line];
    }

    long takenInAll() {
        long sum = 0;
        for (int i = 0; taken != null && i < taken.length; i++) {
            sum += taken[i];
        }
        return sum;
    }

    long countedInAll() {
        long sum = 0;
        for (int i = 0; counted != null && i < counted.length; i++) {
            sum += counted[i];
        }
        return sum;
    }
}
