package org.tillwright.register.cart;

import java.util.List;

/**
 * The lines and the total, ready to draw.
 *
 * @param chosen number of the line that keys act on; 0 for none
 * @param note what else there is to know of the total, such as what was saved; empty for nothing
 * @param emptyText what stands there as long as there is no line
 * @param isChange whether the total's place shows what the customer gets back
 */
public record CartState(
        List<CartRow> rows,
        int chosen,
        String totalLabel,
        String total,
        String note,
        String emptyText,
        boolean isChange) {

    public static final CartState EMPTY = new CartState(List.of(), 0, "", "", "", "", false);

    public CartState {
        rows = List.copyOf(rows);
    }
}
