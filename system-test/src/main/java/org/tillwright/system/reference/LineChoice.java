package org.tillwright.system.reference;

import java.util.ArrayList;
import java.util.List;

/** How the pieces of one line are shared among EXCLUSIVE promotions. */
final class LineChoice {

    private final int[][] counts;
    private final int rest;

    private LineChoice(int[][] counts, int rest) {
        this.counts = counts;
        this.rest = rest;
    }

    /** How many pieces each promotion counts, and as which part: by place in the list of promotions, then part. */
    int[][] counts() {
        return counts.clone();
    }

    /** The promotion with an effect on each piece that the rest of the line is meant for, or -1: they are open. */
    int rest() {
        return rest;
    }

    /** The whole line for one promotion. */
    static LineChoice all(int pieces, List<Deal> deals, int deal) {
        int[][] counts = none(deals);
        counts[deal][0] = pieces;
        return new LineChoice(counts, -1);
    }

    private static int[][] none(List<Deal> deals) {
        int[][] counts = new int[deals.size()][];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new int[deals.get(i).parts()];
        }
        return counts;
    }

    /** Every way there is, spend thresholds left out. */
    static List<LineChoice> of(Goods goods, List<Deal> deals, long most) throws Stacking.TooManyException {
        List<int[][]> shared = new ArrayList<>();
        shared.add(none(deals));
        for (int deal = 0; deal < deals.size(); deal++) {
            if (deals.get(deal).isOfChosenPieces()) {
                shared = withMore(shared, goods, deals.get(deal), deal, most);
            }
        }
        List<LineChoice> choices = new ArrayList<>();
        for (int[][] counts : shared) {
            choices.add(new LineChoice(counts, -1));
            for (int deal = 0; deal < deals.size(); deal++) {
                Deal each = deals.get(deal);
                if (each.isOnEachPiece() && each.selects(goods, 0) && goods.pieces() > sum(counts)) {
                    choices.add(new LineChoice(counts, deal));
                }
            }
        }
        return choices;
    }

    private static List<int[][]> withMore(List<int[][]> shared, Goods goods, Deal deal, int place, long most)
            throws Stacking.TooManyException {
        List<int[][]> more = new ArrayList<>();
        for (int[][] counts : shared) {
            for (int[] parts : Stacking.waysToCount(deal, goods, goods.pieces() - sum(counts))) {
                int[][] longer = counts.clone();
                longer[place] = parts;
                more.add(longer);
                if (more.size() > most) {
                    throw new Stacking.TooManyException();
                }
            }
        }
        return more;
    }

    int pieces() {
        return sum(counts);
    }

    private static int sum(int[][] counts) {
        int sum = 0;
        for (int[] parts : counts) {
            for (int count : parts) {
                sum += count;
            }
        }
        return sum;
    }
}
