package org.tillwright.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is handed in to be noted.
 *
 * @param action upper-case words, such as PRICE_OVERRIDE
 * @param subject what it happened to: an item, a transaction
 */
public record AuditNote(
        String action,
        Instant happenedAt,
        @Nullable String storeId,
        @Nullable String workstationId,
        @Nullable String operatorId,
        @Nullable String subject,
        @Nullable String detail) {

    /** What happens inside the server, at no workstation. */
    public static AuditNote ofServer(String action, Instant happenedAt, String subject, String detail) {
        return new AuditNote(action, happenedAt, null, null, null, subject, detail);
    }
}
