package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be distributed: pieces of some lines, among the rules that want them. Lines come in an order that is price order
 * for each rule that asks for it.
 */
final class Shelf {

    /** What pieces that nobody counts are worth to the customer. */
    interface OpenWorth {
        /** Returns the minor units that may at most be taken off the last {@code pieces} pieces of a line of the goods. */
        long of(int line, long pieces);
    }

    /**
     * One thing to decide: how many of the pieces that are left of a line a member counts in a slot. The last stage of a line
     * decides who gets the rest of it.
     *
     * @param member {@link #REST} in the last stage of a line
     * @param row which of the member's own lines it is
     * @param isLast true if the member has no slot more for this line
     */
    record Stage(int line, int member, int slot, int row, boolean isLast) {}

    static final int REST = -1;

    final int[] lines;
    /** What the lines are called in the sale. */
    final int[] numbers;

    final long[] pieces;
    final long[] milli;
    final long[] amounts;
    final Member[] members;
    final OpenWorth open;
    /** By member: the lines of this shelf that it selects, and for each a bit for each slot. */
    final int[][] own;

    final int[][] masks;
    /** The order in which pieces are given. */
    final List<Stage> stages = new ArrayList<>();
    /** By line: the members with an effect on each piece, one of which may get the rest of it. */
    final int[][] rests;
    /** By member: for each line and slot what lines after it could still give. */
    final long[][] coming;
    /** How many numbers the states of all members have together. */
    final int width;

    /**
     * @param open how many pieces of each line of the goods are there to be distributed
     * @param left what lies on them
     */
    Shelf(Goods goods, int[] lines, List<Member> members, long[] open, long[] left, OpenWorth worth) {
        this.lines = lines;
        this.members = members.toArray(Member[]::new);
        this.open = worth;
        this.numbers = new int[lines.length];
        this.pieces = new long[lines.length];
        this.milli = new long[lines.length];
        this.amounts = new long[lines.length];
        for (int i = 0; i < lines.length; i++) {
            numbers[i] = goods.numbers[lines[i]];
            pieces[i] = open[lines[i]];
            milli[i] = goods.pieceMilli[lines[i]];
            amounts[i] = left[lines[i]];
        }
        this.own = new int[this.members.length][];
        this.masks = new int[this.members.length][];
        this.coming = new long[this.members.length][];
        int numbers = 0;
        for (int member = 0; member < this.members.length; member++) {
            numbers = this.members[member].beginAt(numbers);
            see(member);
        }
        this.width = numbers;
        this.rests = new int[lines.length][];
        int[] rows = new int[this.members.length];
        for (int line = 0; line < lines.length; line++) {
            addStages(line, rows, true);
            addStages(line, rows, false);
            rests[line] = rests(line, rows);
            stages.add(new Stage(line, REST, 0, 0, true));
        }
    }

    private boolean isNext(int member, int line, int[] rows) {
        return rows[member] < own[member].length && own[member][rows[member]] == line;
    }

    /** Whoever takes whole lines comes first, then sets and breaks in the order of the rules. */
    private void addStages(int line, int[] rows, boolean ofSale) {
        for (int i = 0; i < members.length; i++) {
            Rule.Kind kind = members[i].rule.kind;
            if (kind == Rule.Kind.EACH || kind.isSpend() != ofSale || !isNext(i, line, rows)) {
                continue;
            }
            int row = rows[i]++;
            int last = members[i].slots - 1;
            while (!mask(members[i], masks[i][row], last)) {
                last--;
            }
            for (int slot = 0; slot <= last; slot++) {
                if (mask(members[i], masks[i][row], slot)) {
                    stages.add(new Stage(line, i, slot, row, slot == last));
                }
            }
        }
    }

    private int[] rests(int line, int[] rows) {
        int[] found = new int[members.length];
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (members[i].rule.kind == Rule.Kind.EACH && isNext(i, line, rows)) {
                rows[i]++;
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void see(int index) {
        Member member = members[index];
        int[] found = new int[Math.min(lines.length, member.touched.size)];
        int[] bits = new int[found.length];
        int count = 0;
        for (int line = 0; line < lines.length; line++) {
            int mask = member.touched.maskOf(lines[line]);
            if (mask != 0) {
                found[count] = line;
                bits[count++] = mask;
            }
        }
        own[index] = Arrays.copyOf(found, count);
        masks[index] = Arrays.copyOf(bits, count);
        coming[index] = new long[count * member.slots];
        for (int row = count - 2; row >= 0; row--) {
            long more = pieces[found[row + 1]] * (member.rule.kind == Rule.Kind.BREAKS ? milli[found[row + 1]] : 1);
            for (int slot = 0; slot < member.slots; slot++) {
                int at = row * member.slots + slot;
                coming[index][at] = coming[index][at + member.slots] + (mask(member, bits[row + 1], slot) ? more : 0);
            }
        }
    }

    /** True if a line of such bits can be counted in a slot: of breaks every line can be counted at each. */
    static boolean mask(Member member, int bits, int slot) {
        return member.rule.kind == Rule.Kind.BREAKS || (bits >> slot & 1) != 0;
    }

    int size() {
        return lines.length;
    }

    /** Returns what lies on all its pieces. */
    long amount() {
        long sum = 0;
        for (long amount : amounts) {
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }

    /** Returns what lies on {@code count} pieces of a line after the first {@code after}. */
    long amount(int line, long after, long count) {
        return Portions.first(amounts[line], pieces[line], after + count)
                - Portions.first(amounts[line], pieces[line], after);
    }

    /** Returns what a spend threshold takes off all lines together. */
    long takenOffSale(int index) {
        long sum = 0;
        for (int line : own[index]) {
            sum += members[index].rule.kind == Rule.Kind.SPEND_AMOUNT
                    ? amounts[line]
                    : taken(members[index], line, 0, 0, pieces[line], 0);
        }
        return members[index].rule.kind == Rule.Kind.SPEND_AMOUNT
                ? Math.min(sum, members[index].rule.amountMinor)
                : sum;
    }

    /**
     * Returns what a rule takes off {@code count} pieces of a line after the first {@code after}; of sets at a price what
     * the pieces cost without it.
     *
     * @param lowered how many of them are lowered, where the rule lowers the cheapest of a set
     */
    long taken(Member member, int line, int slot, long after, long count, long lowered) {
        Rule rule = member.rule;
        return switch (rule.kind) {
            case CHEAPEST ->
                lowered == 0 ? 0 : rule.lowerings[0].taken(amount(line, after + count - lowered, lowered), 0);
            case BUY_GET -> slot == 0 ? 0 : rule.lowerings[0].taken(amount(line, after, count), 0);
            case EACH, BREAKS -> rule.lowerings[slot].taken(amount(line, after, count), count * milli[line]);
            case SPEND_PERCENT -> rule.lowerings[0].taken(amount(line, after, count), 0);
            default -> amount(line, after, count);
        };
    }
}
