package org.tillwright.core.promotion;

/** One way through the stages of a {@link Shelf}: how many pieces each rule counts, and what that takes off. */
final class Plan {

    /** It is not lawful. */
    static final long UNLAWFUL = -1;

    final Shelf shelf;
    /** By stage: the pieces that are counted; for the rest of a line 0 for open, else one more than the place among those. */
    private final long[] counts;
    /** By member and line of the shelf. */
    private final long[][] pieces;

    private final long[][] taken;

    Plan(Shelf shelf, long[] counts) {
        this.shelf = shelf;
        this.counts = counts;
        this.pieces = new long[shelf.members.length][shelf.size()];
        this.taken = new long[shelf.members.length][shelf.size()];
        count();
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
                    long room = shelf.members[member].room(states);
                    count(member, 0, stage.line(), given, Math.min(room, shelf.pieces[stage.line()] - given), states);
                }
                given = 0;
            } else if (counts[at] > 0) {
                count(stage.member(), stage.slot(), stage.line(), given, counts[at], states);
                given += counts[at];
            }
        }
    }

    private void count(int index, int slot, int line, long given, long count, long[] states) {
        Member member = shelf.members[index];
        long lowered = member.rule.kind == Rule.Kind.CHEAPEST ? member.lowered(states, count) : 0;
        pieces[index][line] += count;
        taken[index][line] += shelf.taken(member, line, slot, given, count, lowered);
        member.step(states, slot, count, shelf.milli[line]);
    }

    /**
     * Spreads what sets at a price and spend thresholds take off.
     *
     * @return what all rules take off, or {@link #UNLAWFUL} if sets would cost more than their pieces alone
     */
    long settle(int[] numbers) {
        int[] numbersHere = new int[shelf.size()];
        for (int line = 0; line < numbersHere.length; line++) {
            numbersHere[line] = numbers[shelf.lines[line]];
        }
        long all = 0;
        for (int i = 0; i < taken.length; i++) {
            Rule rule = shelf.members[i].rule;
            long off = sum(taken[i]);
            if (rule.isSetAtAPrice()) {
                off -= Member.saturated(times(i), rule.amountMinor);
            } else if (rule.kind == Rule.Kind.SPEND_AMOUNT) {
                off = Math.min(off, rule.amountMinor);
            }
            if (off < 0) {
                return UNLAWFUL;
            }
            if (off < sum(taken[i])) {
                taken[i] = Portions.spread(off, taken[i], numbersHere, numbersHere.length);
            }
            all += off;
        }
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
