package org.tillwright.register.cart;

/**
 * One line of the sale as it is drawn.
 *
 * @param number names the line within its sale
 * @param detail what is special about it, such as the price of one, or empty
 * @param isReturn whether the goods come back
 */
public record CartRow(
        int number, String quantity, String description, String detail, String amount, boolean isReturn) {}
