package org.tillwright.core.promotion;

import java.util.Arrays;
import java.util.List;

/** The lines of a sale that take part, in price order: dearest piece first, of equal ones the smaller line number. */
final class Goods {

    final int size;
    final PromotionLine[] lines;
    final int[] numbers;
    final long[] pieces;
    /** Thousandths of a unit in one piece. */
    final long[] pieceMilli;
    /** What the whole line costs before promotions. */
    final long[] amounts;

    private Goods(PromotionLine[] lines, int size) {
        this.size = size;
        this.lines = lines;
        this.numbers = new int[size];
        this.pieces = new long[size];
        this.pieceMilli = new long[size];
        this.amounts = new long[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = lines[i].number();
            pieces[i] = lines[i].pieces();
            pieceMilli[i] = lines[i].pieceMilli();
            amounts[i] = lines[i].amountMinor();
        }
    }

    /** Takes the lines that take part; their sum must fit into a long. */
    static Goods of(List<PromotionLine> all) {
        PromotionLine[] sorted = new PromotionLine[all.size()];
        int size = 0;
        long sum = 0;
        for (PromotionLine line : all) {
            if (line.takesPart()) {
                sum = Math.addExact(sum, line.amountMinor());
                sorted[size++] = line;
            }
        }
        Arrays.sort(sorted, 0, size, Goods::inPriceOrder);
        Goods goods = new Goods(sorted, size);
        goods.requireNumbersOnce();
        return goods;
    }

    private void requireNumbersOnce() {
        int[] ascending = numbers.clone();
        Arrays.sort(ascending);
        for (int i = 1; i < size; i++) {
            if (ascending[i] == ascending[i - 1]) {
                throw new IllegalArgumentException("line " + ascending[i] + " is there twice");
            }
        }
    }

    private static int inPriceOrder(PromotionLine one, PromotionLine other) {
        int byPrice = Portions.comparePerPiece(other.amountMinor(), other.pieces(), one.amountMinor(), one.pieces());
        return byPrice != 0 ? byPrice : Integer.compare(one.number(), other.number());
    }
}
