package org.tillwright.wire;

import java.time.Instant;

/**
 * The server's answer to a journal record; the same for the first send and for every repeat.
 *
 * @param acceptedAt when the server first stored it
 * @param disputed true when the server would have computed other totals; the record stands as told
 */
public record Acceptance(String workstationId, Long sequence, Instant acceptedAt, Boolean disputed) {}
