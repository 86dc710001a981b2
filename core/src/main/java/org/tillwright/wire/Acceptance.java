package org.tillwright.wire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server's answer to a journal record; the same for the first send and for every repeat, but for the epoch.
 *
 * @param acceptedAt when the server first stored it
 * @param disputed true when the server would have computed other totals; the record stands as told
 * @param epoch which life of the server's database this is, as in {@link JournalState}; null from an older
 *     server
 */
public record Acceptance(
        String workstationId, Long sequence, Instant acceptedAt, Boolean disputed, @Nullable UUID epoch) {}
