package org.tillwright.system.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The STACKING promotions' turns on the pieces that no EXCLUSIVE one counts. */
final class Stacking {

    private final List<Goods> goods;
    private final int[] openPieces;
    private final long[] left;
    private final long mostChoices;

    /**
     * @param openPieces of each line, in price order
     * @param left what lies on them, in minor units
     * @param mostChoices how many ways to count the pieces of one promotion are looked at
     */
    Stacking(List<Goods> goods, int[] openPieces, long[] left, long mostChoices) {
        this.goods = goods;
        this.openPieces = openPieces.clone();
        this.left = left.clone();
        this.mostChoices = mostChoices;
    }

    /** A promotion's turn: what it counted and took. */
    record Turn(Deal deal, List<Counted> counted, Taking taking) {}

    /** There are more ways to choose pieces than this reference cares to look at. */
    static final class TooManyException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    List<Turn> run(List<Deal> deals) throws TooManyException {
        List<Turn> turns = new ArrayList<>();
        for (Deal deal : deals) {
            Turn turn = turnOf(deal);
            if (turn != null) {
                turns.add(turn);
                turn.taking().byLine().forEach((line, taken) -> left[line] -= taken);
            }
        }
        return turns;
    }

    private @Nullable Turn turnOf(Deal deal) throws TooManyException {
        if (deal.isOnEachPiece()) {
            return onEachPiece(deal);
        }
        return Taking.isOfSets(deal.effect()) ? bestSets(deal) : onAll(deal);
    }

    private @Nullable Turn turn(Deal deal, List<Counted> counted) {
        Taking taking = Taking.of(deal.effect(), counted);
        return taking != null && taking.sum() > 0 && taking.times() <= deal.left()
                ? new Turn(deal, counted, taking)
                : null;
    }

    private Counted counted(int line, int part, int from, int pieces) {
        List<Long> amounts = Goods.divided(left[line], openPieces[line]);
        return new Counted(line, goods.get(line), part, amounts.subList(from, from + pieces));
    }

    private @Nullable Turn onAll(Deal deal) {
        List<Counted> counted = new ArrayList<>();
        for (int line : lines(deal, 0)) {
            counted.add(counted(line, 0, 0, openPieces[line]));
        }
        return turn(deal, counted);
    }

    /** All open pieces; when too many, lines with most left on each piece first, then in price order. */
    private @Nullable Turn onEachPiece(Deal deal) {
        List<Integer> lines = lines(deal, 0);
        long all = 0;
        for (int line : lines) {
            all += openPieces[line];
        }
        if (all > deal.left()) {
            lines.sort(Comparator.comparing((Integer line) -> Ratio.of(left[line], openPieces[line]))
                    .reversed());
        }
        List<Counted> counted = new ArrayList<>();
        long free = deal.left();
        for (int line : lines) {
            int pieces = (int) Math.min(free, openPieces[line]);
            Counted candidate = counted(line, 0, 0, pieces);
            if (pieces > 0 && Taking.onEachPiece(deal.effect(), candidate) > 0) {
                counted.add(candidate);
                free -= pieces;
            }
        }
        return turn(deal, counted);
    }

    private List<Integer> lines(Deal deal, int part) {
        List<Integer> lines = new ArrayList<>();
        for (int line = 0; line < goods.size(); line++) {
            if (openPieces[line] > 0 && deal.selects(goods.get(line), part)) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Tries every way to count pieces for sets; of two that take the same, the one first in the order of trial wins. */
    private @Nullable Turn bestSets(Deal deal) throws TooManyException {
        List<List<int[]>> choices = new ArrayList<>();
        long ways = 1;
        for (int line = 0; line < goods.size(); line++) {
            List<int[]> ofLine = waysToCount(deal, goods.get(line), openPieces[line]);
            choices.add(ofLine);
            ways *= ofLine.size();
            if (ways > mostChoices) {
                throw new TooManyException();
            }
        }
        return best(deal, choices, 0, new ArrayList<>(), null);
    }

    private @Nullable Turn best(
            Deal deal, List<List<int[]>> choices, int line, List<Counted> counted, @Nullable Turn before) {
        if (line == choices.size()) {
            Turn candidate = turn(deal, List.copyOf(counted));
            boolean isWorse = candidate == null
                    || (before != null
                            && candidate.taking().sum() <= before.taking().sum());
            return isWorse ? before : candidate;
        }
        Turn best = before;
        for (int[] parts : choices.get(line)) {
            List<Counted> more = new ArrayList<>(counted);
            int from = 0;
            for (int part = 0; part < parts.length; part++) {
                if (parts[part] > 0) {
                    more.add(counted(line, part, from, parts[part]));
                    from += parts[part];
                }
            }
            best = best(deal, choices, line + 1, more, best);
        }
        return best;
    }

    /**
     * All ways to count up to {@code pieces} pieces of a line as parts of a set: those first that count more as the first
     * part where they differ.
     */
    static List<int[]> waysToCount(Deal deal, Goods goods, int pieces) {
        List<int[]> ways = new ArrayList<>();
        ways.add(new int[deal.parts()]);
        for (int part = 0; part < deal.parts(); part++) {
            if (deal.selects(goods, part)) {
                List<int[]> more = new ArrayList<>();
                for (int[] way : ways) {
                    for (int count = 0; count <= pieces - sum(way); count++) {
                        int[] longer = way.clone();
                        longer[part] = count;
                        more.add(longer);
                    }
                }
                ways = more;
            }
        }
        ways.sort(Stacking::moreFirst);
        return ways;
    }

    private static int moreFirst(int[] one, int[] other) {
        for (int part = 0; part < one.length; part++) {
            if (one[part] != other[part]) {
                return Integer.compare(other[part], one[part]);
            }
        }
        return 0;
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
