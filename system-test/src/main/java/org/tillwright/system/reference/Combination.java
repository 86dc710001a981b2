package org.tillwright.system.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lawful combination of EXCLUSIVE promotions. */
final class Combination {

    private final List<Stacking.Turn> turns;
    private final int[] openPieces;
    private final long[] openAmounts;

    private Combination(List<Stacking.Turn> turns, int[] openPieces, long[] openAmounts) {
        this.turns = turns;
        this.openPieces = openPieces;
        this.openAmounts = openAmounts;
    }

    /** What each promotion that counts pieces counts and takes. */
    List<Stacking.Turn> turns() {
        return turns;
    }

    /** What the STACKING promotions then find. */
    Stacking stacking(List<Goods> goods, long mostChoices) {
        return new Stacking(goods, openPieces, openAmounts, mostChoices);
    }

    /** Returns the combination that a choice for each line is, or null if it is not lawful. */
    static @Nullable Combination of(List<Goods> goods, List<Deal> deals, List<LineChoice> choices) {
        int[][][] counts = countsWithRest(goods, deals, choices);
        if (counts == null) {
            return null;
        }
        List<List<Counted>> byDeal = new ArrayList<>();
        deals.forEach(deal -> byDeal.add(new ArrayList<>()));
        int[] openPieces = new int[goods.size()];
        long[] openAmounts = new long[goods.size()];
        for (int line = 0; line < goods.size(); line++) {
            Goods goodsOfLine = goods.get(line);
            List<Long> amounts = Goods.divided(goodsOfLine.amountMinor(), goodsOfLine.pieces());
            int from = 0;
            for (int deal = 0; deal < deals.size(); deal++) {
                for (int part = 0; part < counts[line][deal].length; part++) {
                    int to = from + counts[line][deal][part];
                    if (to > from) {
                        byDeal.get(deal).add(new Counted(line, goodsOfLine, part, amounts.subList(from, to)));
                    }
                    from = to;
                }
            }
            openPieces[line] = amounts.size() - from;
            for (long amount : amounts.subList(from, amounts.size())) {
                openAmounts[line] += amount;
            }
        }
        List<Stacking.Turn> turns = turns(deals, byDeal);
        return turns == null ? null : new Combination(turns, openPieces, openAmounts);
    }

    private static @Nullable List<Stacking.Turn> turns(List<Deal> deals, List<List<Counted>> byDeal) {
        List<Stacking.Turn> turns = new ArrayList<>();
        for (int i = 0; i < deals.size(); i++) {
            List<Counted> counted = byDeal.get(i);
            if (!counted.isEmpty()) {
                Taking taking = Taking.of(deals.get(i).effect(), counted);
                if (taking == null || taking.times() > deals.get(i).left()) {
                    return null;
                }
                turns.add(new Stacking.Turn(deals.get(i), counted, taking));
            }
        }
        return turns;
    }

    /**
     * Gives the rest of lines to the promotions on each piece that they are meant for: in price order, as long as such a
     * promotion may be applied. A line that it would take nothing off is not counted, and is the same as one left open:
     * such a choice is null here, for the other says it already.
     */
    private static int @Nullable [][][] countsWithRest(List<Goods> goods, List<Deal> deals, List<LineChoice> choices) {
        long[] left = deals.stream().mapToLong(Deal::left).toArray();
        int[][][] counts = new int[goods.size()][][];
        for (int line = 0; line < goods.size(); line++) {
            LineChoice choice = choices.get(line);
            counts[line] = choice.counts();
            int deal = choice.rest();
            if (deal >= 0) {
                int pieces = (int) Math.min(left[deal], goods.get(line).pieces() - choice.pieces());
                if (pieces == 0 || takesNothing(goods.get(line), deals.get(deal), choice, deal, pieces)) {
                    return null;
                }
                left[deal] -= pieces;
                counts[line] = choice.counts();
                counts[line][deal] = new int[] {pieces};
            }
        }
        return counts;
    }

    /** The promotion's pieces stand after those of the promotions before it. */
    private static boolean takesNothing(Goods goods, Deal each, LineChoice choice, int deal, int pieces) {
        int from = 0;
        for (int before = 0; before < deal; before++) {
            for (int count : choice.counts()[before]) {
                from += count;
            }
        }
        List<Long> amounts = Goods.divided(goods.amountMinor(), goods.pieces());
        Counted counted = new Counted(0, goods, 0, amounts.subList(from, from + pieces));
        return Taking.onEachPiece(each.effect(), counted) == 0;
    }
}
