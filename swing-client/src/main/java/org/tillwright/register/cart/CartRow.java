package org.tillwright.register.cart;

import java.util.List;

/**
 * One line of the sale as it is drawn.
 *
 * @param number names the line within its sale
 * @param detail what is special about it, such as the price of one, or empty
 * @param below what belongs to it, one under the other: how it is wanted, and what was taken off
 * @param isReturn whether the goods come back
 */
public record CartRow(
        int number,
        String quantity,
        String description,
        String detail,
        String amount,
        List<Below> below,
        boolean isReturn) {

    public CartRow {
        below = List.copyOf(below);
    }

    /**
     * A small line under a line.
     *
     * @param amount empty for what costs nothing by itself
     */
    public record Below(String text, String amount) {}
}
