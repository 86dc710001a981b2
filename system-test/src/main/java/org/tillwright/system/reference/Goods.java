package org.tillwright.system.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tillwright.core.promotion.ItemSelection;
import org.tillwright.core.promotion.PromotionLine;

/**
 * A line that takes part in promotions, cut into pieces.
 *
 * @param pieces how many; 1 for a block
 * @param pieceMilli thousandths of a unit that each piece is
 * @param amountMinor what lies on all of them
 */
record Goods(int number, String itemId, String departmentId, int pieces, long pieceMilli, long amountMinor) {

    /** Returns the lines that take part, in price order: dearest piece first, of equal ones the smaller number. */
    static List<Goods> inPriceOrder(List<PromotionLine> lines) {
        List<Goods> goods = new ArrayList<>();
        for (PromotionLine line : lines) {
            long milli = line.quantity().milli();
            if (line.eligible() && milli > 0 && line.amountMinor() > 0) {
                boolean block = line.divisible() || milli % 1000 != 0;
                goods.add(new Goods(
                        line.number(),
                        line.itemId(),
                        line.departmentId(),
                        block ? 1 : Math.toIntExact(milli / 1000),
                        block ? milli : 1000,
                        line.amountMinor()));
            }
        }
        goods.sort(
                Comparator.comparing(Goods::perPiece).reversed().thenComparing(Comparator.comparingInt(Goods::number)));
        return goods;
    }

    private Ratio perPiece() {
        return Ratio.of(amountMinor, pieces);
    }

    boolean isIn(ItemSelection selection) {
        boolean named = selection.all()
                || selection.items().contains(itemId)
                || selection.departments().contains(departmentId);
        return named
                && !selection.exceptItems().contains(itemId)
                && !selection.exceptDepartments().contains(departmentId);
    }

    /** Divides an amount evenly: the first pieces carry what is over, one minor unit each. */
    static List<Long> divided(long amount, int pieces) {
        List<Long> parts = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            parts.add(amount / pieces + (i < amount % pieces ? 1 : 0));
        }
        return parts;
    }
}
