package org.tillwright.wire.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * A quotation or layaway as a list shows it.
 *
 * @param number that people say and key, given by the server
 * @param state OPEN, COMPLETED or CANCELLED
 * @param depositsMinor what was paid on it and is still there
 * @param takenBy name of the workstation that is at it now; null for none
 */
public record OrderSummary(
        UUID orderId,
        Long number,
        @Limit(20) String kind,
        @Limit(20) String state,
        @Limit(120) String workstationName,
        @Limit(120) String operatorName,
        Instant madeAt,
        LocalDate validUntil,
        @Nullable @Limit(40) String customerId,
        @Nullable @Limit(200) String customerName,
        @Nullable @Limit(40) String phone,
        @Limit(3) String currency,
        Long totalMinor,
        Long depositsMinor,
        Long lineCount,
        @Limit(3) List<String> firstItems,
        @Nullable @Limit(120) String takenBy) {

    public static final String OPEN = "OPEN";
    public static final String COMPLETED = "COMPLETED";
    public static final String CANCELLED = "CANCELLED";

    /** Returns what is still to be paid before the goods are handed over; never below zero. */
    public long openMinor() {
        return Math.max(0, Math.subtractExact(totalMinor, depositsMinor));
    }
}
