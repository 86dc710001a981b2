package org.tillwright.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail, with the names that its ids have today.
 *
 * @param number of the entry; a later one has a higher number
 * @param notedAt when the server heard of it: a register without a network tells later
 */
public record AuditLine(
        long number,
        Instant happenedAt,
        Instant notedAt,
        String action,
        @Nullable String storeId,
        @Nullable String storeName,
        @Nullable String workstationId,
        @Nullable String workstationName,
        @Nullable String operatorId,
        @Nullable String operatorName,
        @Nullable String subject,
        @Nullable String detail) {

    /** Returns where the page after this line begins. */
    public AuditPlace place() {
        return new AuditPlace(happenedAt, number);
    }
}
