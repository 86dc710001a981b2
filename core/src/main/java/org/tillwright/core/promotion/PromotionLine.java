package org.tillwright.core.promotion;

import static java.util.Objects.requireNonNull;

import org.tillwright.core.money.Quantity;

/**
 * What promotions need to know of one line of a cart.
 *
 * @param number names the line; no two lines of a cart have one number
 * @param departmentId empty for an item of no department
 * @param divisible true for goods that are weighed or measured: the line is then one block, never pieces
 * @param amountMinor what the whole line costs before promotions
 * @param eligible false for a line that no promotion may touch: a price by hand, a deposit, a return
 */
public record PromotionLine(
        int number,
        String itemId,
        String departmentId,
        Quantity quantity,
        boolean divisible,
        long amountMinor,
        boolean eligible) {

    public PromotionLine {
        requireNonNull(itemId, "itemId");
        requireNonNull(departmentId, "departmentId");
        requireNonNull(quantity, "quantity");
    }

    /** True if promotions may touch it: eligible, sold and not brought back, and not for nothing. */
    boolean takesPart() {
        return eligible && quantity.milli() > 0 && amountMinor > 0;
    }

    /** Returns how many pieces the line is: one for a block, else one for each unit. */
    long pieces() {
        return isBlock() ? 1 : quantity.milli() / 1000;
    }

    private boolean isBlock() {
        return divisible || quantity.milli() % 1000 != 0;
    }

    /** Returns the quantity of one piece, in thousandths. */
    long pieceMilli() {
        return isBlock() ? quantity.milli() : 1000;
    }
}
