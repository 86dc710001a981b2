package org.tillwright.server.stores;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One register position.
 *
 * @param enrolledAt when a register last enrolled there; null when none did
 */
public record WorkstationSummary(String workstationId, String storeId, String name, @Nullable Instant enrolledAt) {}
