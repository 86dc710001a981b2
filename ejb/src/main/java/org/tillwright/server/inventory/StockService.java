package org.tillwright.server.inventory;

import static org.tillwright.server.Roles.CASHIER;
import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The door for stock. */
@Stateless
public class StockService {

    @Inject
    StockEntries entries;

    @Inject
    Clock clock;

    /** Books movements in the caller's transaction: the ledger, and then the levels, items in order of their ids. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void post(List<StockMovement> movements) {
        entries.add(movements, clock.instant());
        entries.moveLevels(movements);
    }

    /** Returns what should be on hand, in thousandths of the unit; 0 for what never moved, negative when oversold. */
    @RolesAllowed({REGISTER, CASHIER})
    public long onHandMilli(String storeId, String itemId) {
        return entries.onHandMilli(storeId, itemId);
    }

    /** Returns the items whose level is not the sum of their entries; anything but none is a bug. */
    @RolesAllowed(MANAGER)
    public List<String> itemsOutOfBalance(String storeId) {
        return entries.itemsOutOfBalance(storeId);
    }
}
