package org.tillwright.register.kitchen;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one station is told at one time. Written and read by {@link org.tillwright.wire.json.WireJson}.
 *
 * @param number the how-manieth time stations are told something of its order, from 1
 * @param stationId for whom it is, also when another station prints it
 * @param operatorName who took the order
 * @param register where it was taken
 * @param label what the order is called, such as a table or a name; or null
 * @param changes never empty; what is called off comes first
 */
public record KitchenTicket(
        UUID ticketId,
        UUID orderId,
        String pickup,
        Long number,
        String stationId,
        Instant madeAt,
        String operatorName,
        String register,
        @Nullable String label,
        List<Change> changes) {

    public KitchenTicket {
        changes = List.copyOf(changes);
    }

    /**
     * Something more to make, or something not to make any more.
     *
     * @param calledOff true when it was ordered before and is not wanted any more
     */
    public record Change(Boolean calledOff, KitchenLine line) {}
}
