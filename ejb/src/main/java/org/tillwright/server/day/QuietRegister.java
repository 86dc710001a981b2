package org.tillwright.server.day;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A register that has sent nothing for long.
 *
 * @param lastRecordAt when its newest record was accepted; null when it never sent one
 */
public record QuietRegister(String workstationId, String name, @Nullable Instant lastRecordAt) {}
