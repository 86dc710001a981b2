package org.tillwright.core.promotion;

import java.util.Arrays;

/** One way through the stages of a {@link Shelf}: how many pieces each rule counts, and what that takes off. */
final class Plan {

    final Shelf shelf;
    /** By stage: the pieces that are counted; for the rest of a line 0 for open, else one more than the place among those. */
    private final long[] counts;
    /** By member and line of the shelf. */
    private final long[][] pieces;

    private final long[][] taken;
    private final long all;

    Plan(Shelf shelf, long[] counts) {
        this.shelf = shelf;
        this.counts = counts.clone();
        this.pieces = new long[shelf.members.length][shelf.size()];
        this.taken = new long[shelf.members.length][shelf.size()];
        count();
        for (int dearer = dearer(); dearer >= 0; dearer = dearer()) {
            leaveOut(dearer);
        }
        this.all = spread();
    }

    /** Returns a member whose sets would cost more than their pieces, which is not lawful, or -1. */
    private int dearer() {
        for (int member = 0; member < pieces.length; member++) {
            if (sum(pieces[member]) > 0 && off(member) < 0) {
                return member;
            }
        }
        return -1;
    }

    private void leaveOut(int member) {
        for (int at = 0; at < counts.length; at++) {
            Shelf.Stage stage = shelf.stages.get(at);
            boolean ofRest = stage.member() == Shelf.REST
                    && counts[at] > 0
                    && shelf.rests[stage.line()][(int) counts[at] - 1] == member;
            if (ofRest || stage.member() == member) {
                counts[at] = 0;
            }
        }
        for (int i = 0; i < pieces.length; i++) {
            Arrays.fill(pieces[i], 0);
            Arrays.fill(taken[i], 0);
        }
        count();
    }

    /** Returns what a member takes off; of sets at a price that may be less than nothing. */
    private long off(int member) {
        Rule rule = shelf.members[member].rule;
        long sum = sum(taken[member]);
        if (rule.isSetAtAPrice()) {
            return sum - Member.saturated(times(member), rule.amountMinor);
        }
        return rule.kind == Rule.Kind.SPEND_AMOUNT ? Math.min(sum, rule.amountMinor) : sum;
    }

    /** The plan that leaves all pieces open. */
    static Plan open(Shelf shelf) {
        return new Plan(shelf, new long[shelf.stages.size()]);
    }

    private void count() {
        long[] states = new long[shelf.width];
        long given = 0;
        for (int at = 0; at < counts.length; at++) {
            Shelf.Stage stage = shelf.stages.get(at);
            if (stage.member() == Shelf.REST) {
                if (counts[at] > 0) {
                    int member = shelf.rests[stage.line()][(int) counts[at] - 1];
                    countRest(member, stage.line(), given, states);
                }
                given = 0;
            } else if (counts[at] > 0) {
                count(stage.member(), stage.slot(), stage.line(), given, counts[at], states);
                given += counts[at];
            }
        }
    }

    private void countRest(int index, int line, long given, long[] states) {
        Member member = shelf.members[index];
        long count = Math.min(member.room(states), shelf.pieces[line] - given);
        // Another that was left out may have moved its limit on to a line from which it takes nothing.
        if (count > 0 && shelf.taken(member, line, 0, given, count, 0) > 0) {
            count(index, 0, line, given, count, states);
        }
    }

    private void count(int index, int slot, int line, long given, long count, long[] states) {
        Member member = shelf.members[index];
        long lowered = member.rule.kind == Rule.Kind.CHEAPEST ? member.lowered(states, count) : 0;
        pieces[index][line] += count;
        taken[index][line] += shelf.taken(member, line, slot, given, count, lowered);
        member.step(states, slot, count, shelf.milli[line]);
    }

    /** Spreads what sets at a price and spend thresholds take off over their lines; returns what all rules take off. */
    private long spread() {
        long all = 0;
        for (int i = 0; i < taken.length; i++) {
            long off = off(i);
            if (off < sum(taken[i])) {
                taken[i] = Portions.spread(off, taken[i], shelf.numbers, shelf.size());
            }
            all += off;
        }
        return all;
    }

    /** Returns what all rules take off. */
    long taken() {
        return all;
    }

    private long times(int member) {
        return sum(pieces[member]) / Math.max(1, shelf.members[member].rule.piecesOfASet());
    }

    /** Writes how many pieces of each line stay open, and the amounts that lie on them. */
    void leaveOpen(long[] open, long[] left) {
        for (int line = 0; line < shelf.size(); line++) {
            long given = 0;
            for (long[] counted : pieces) {
                given += counted[line];
            }
            open[shelf.lines[line]] = shelf.pieces[line] - given;
            left[shelf.lines[line]] = shelf.amount(line, given, shelf.pieces[line] - given);
        }
    }

    /** Writes what was taken into the rules, and how often. */
    void note(int goods) {
        for (int i = 0; i < pieces.length; i++) {
            Touched touched = shelf.members[i].touched;
            if (sum(taken[i]) == 0) {
                continue;
            }
            for (int line = 0; line < shelf.size(); line++) {
                if (pieces[i][line] > 0) {
                    touched.note(shelf.lines[line], pieces[i][line], taken[i][line], goods);
                }
            }
            touched.times += shelf.members[i].rule.kind.isWhole()
                    ? 1
                    : shelf.members[i].rule.kind == Rule.Kind.EACH ? sum(pieces[i]) : times(i);
        }
    }

    /** Returns what all rules together take off a line of the shelf. */
    long takenOff(int line) {
        long sum = 0;
        for (long[] minor : taken) {
            sum += minor[line];
        }
        return sum;
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
