package org.tillwright.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tillwright.wire.json.Limit;

/** A till was counted and closed. Expected is what the register worked out; counted is what a person found. */
public record TillSettledMessage(
        UUID tillSessionId,
        @Limit(40) String storeId,
        @Limit(40) String operatorId,
        Instant settledAt,
        @Limit(3) String currency,
        @Limit(20) List<Count> counts,
        Long transactionCount) {

    /**
     * One tender of the till.
     *
     * @param tender name of a {@link TenderType}
     * @param expectedMinor float and takings
     */
    public record Count(@Limit(20) String tender, Long expectedMinor, Long countedMinor) {}
}
