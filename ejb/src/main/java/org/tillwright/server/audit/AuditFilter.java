package org.tillwright.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody wants to see; null asks for all.
 *
 * @param from when it happened, at the earliest
 * @param until when it happened, before this
 * @param exceptAction an action to leave out: sales are many, and have a list of their own
 * @param subject how the subject begins, such as operator or a transaction's id
 */
public record AuditFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String action,
        @Nullable String exceptAction,
        @Nullable String operatorId,
        @Nullable String workstationId,
        @Nullable String subject) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);
}
