package org.tillwright.core.promotion;

/** What one way through a {@link Packing} takes off which line, to the minor unit. */
final class Settlement {

    private final Packing packing;
    /** By member and line of the packing. */
    private final long[][] pieces;

    private final long[][] taken;

    private Settlement(Packing packing) {
        this.packing = packing;
        this.pieces = new long[packing.members.length][packing.lines()];
        this.taken = new long[packing.members.length][packing.lines()];
    }

    /** Works out what {@code chosen} takes off; what sets at a price take off is spread over their lines. */
    static Settlement of(Packing packing, int[] chosen, int[] numbers) {
        Settlement settlement = new Settlement(packing);
        packing.walk(chosen, (member, line, count, minor) -> {
            settlement.pieces[member][line] += count;
            settlement.taken[member][line] += minor;
        });
        for (int i = 0; i < packing.members.length; i++) {
            if (packing.members[i].rule.isSetAtAPrice()) {
                settlement.spread(i, numbers);
            }
        }
        return settlement;
    }

    private void spread(int member, int[] numbers) {
        Rule rule = packing.members[member].rule;
        long off = sum(taken[member]) - times(member) * rule.amountMinor;
        int[] numbersHere = new int[packing.lines()];
        for (int line = 0; line < numbersHere.length; line++) {
            numbersHere[line] = numbers[packing.shelf.lines[line]];
        }
        taken[member] = Portions.spread(Math.max(0, off), taken[member], numbersHere, numbersHere.length);
    }

    private long times(int member) {
        Rule rule = packing.members[member].rule;
        return sum(pieces[member]) / Math.max(1, rule.piecesOfASet());
    }

    /** Writes what was taken into the rules, and how often. */
    void note(int goods) {
        for (int i = 0; i < packing.members.length; i++) {
            Touched touched = packing.members[i].touched;
            if (sum(taken[i]) == 0) {
                continue;
            }
            for (int line = 0; line < packing.lines(); line++) {
                if (pieces[i][line] > 0) {
                    touched.note(packing.shelf.lines[line], pieces[i][line], taken[i][line], goods);
                }
            }
            touched.times += timesOf(i);
        }
    }

    private long timesOf(int member) {
        return switch (packing.members[member].rule.kind) {
            case EACH -> sum(pieces[member]);
            case BREAKS -> 1;
            default -> times(member);
        };
    }

    /** Returns what all members together took off a line of the packing. */
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
