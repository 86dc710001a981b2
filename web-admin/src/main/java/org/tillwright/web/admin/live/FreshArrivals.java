package org.tillwright.web.admin.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tillwright.server.sales.Arrival;

/**
 * Tells new arrivals from those that were told before. A sale with an earlier time may be committed after one with a later
 * time, on this node or on another; so each look goes back over a window, and what was seen in it is remembered for as long.
 */
final class FreshArrivals {

    private final Map<UUID, Instant> seen = new HashMap<>();

    /**
     * Returns those that were not seen before, and remembers them.
     *
     * @param found everything accepted since the window's begin
     * @param windowBegin what was accepted before is never found again, and forgotten
     */
    List<Arrival> of(List<Arrival> found, Instant windowBegin) {
        seen.values().removeIf(acceptedAt -> acceptedAt.isBefore(windowBegin));
        return found.stream()
                .filter(arrival -> seen.putIfAbsent(arrival.transactionId(), arrival.acceptedAt()) == null)
                .toList();
    }
}
