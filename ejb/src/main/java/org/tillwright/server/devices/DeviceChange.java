package org.tillwright.server.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.device.DeviceCondition;

/** What became of a device at one moment. */
public record DeviceChange(
        Instant changedAt,
        String kind,
        DeviceCondition.State state,
        @Nullable String trouble,
        boolean paperLow,
        boolean coverOpen,
        boolean drawerOpen) {}
