package org.tillwright.server.sales;

import java.util.List;
import org.tillwright.server.inventory.StockMovement;

/**
 * A sale that was recorded.
 *
 * @param isDisputed true when the server would have computed other totals
 * @param moved what it moved, as it was entered in the stock's ledger
 */
public record AcceptedSale(boolean isDisputed, List<StockMovement> moved) {

    public AcceptedSale {
        moved = List.copyOf(moved);
    }
}
