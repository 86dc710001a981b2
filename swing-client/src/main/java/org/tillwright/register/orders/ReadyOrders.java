package org.tillwright.register.orders;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tillwright.wire.order.PickupNumber;

/** The orders that are ready and not fetched, the newest first. Event thread only. */
final class ReadyOrders {

    /** More than that a customer does not read from across the room. */
    static final int MOST = 6;

    private final Set<PickupNumber> ready = new LinkedHashSet<>();

    /** An order is ready; said a second time, it was fetched. Returns whether it is ready now. */
    boolean said(PickupNumber order) {
        if (ready.remove(order)) {
            return false;
        }
        ready.add(order);
        if (ready.size() > MOST) {
            ready.remove(ready.iterator().next());
        }
        return true;
    }

    List<String> shown() {
        List<String> shown = new ArrayList<>();
        ready.forEach(order -> shown.add(0, order.toString()));
        return shown;
    }
}
