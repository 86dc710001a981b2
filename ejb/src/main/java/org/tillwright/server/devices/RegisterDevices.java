package org.tillwright.server.devices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One register and its devices.
 *
 * @param heardAt when it last told of them; null where it never did
 * @param version of its program; null where it never told
 */
public record RegisterDevices(
        String storeId,
        String storeName,
        String workstationId,
        String workstationName,
        @Nullable Instant heardAt,
        @Nullable String version,
        long hostRestartsLastHour,
        List<DeviceSummary> devices) {

    public RegisterDevices {
        devices = List.copyOf(devices);
    }

    /** Whether a person should go there. */
    public boolean needsLook() {
        return devices.stream().anyMatch(DeviceSummary::needsLook);
    }

    RegisterDevices with(List<DeviceSummary> known) {
        return new RegisterDevices(
                storeId, storeName, workstationId, workstationName, heardAt, version, hostRestartsLastHour, known);
    }
}
