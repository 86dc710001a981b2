package org.tillwright.wire.device;

import java.time.Instant;
import java.util.List;
import org.tillwright.wire.json.Limit;

/**
 * How the devices of one register are doing at one moment: the whole state each time, so that a report that was lost is
 * made good by the next.
 *
 * @param toldAt when, by the register's clock
 * @param version of the register's program
 * @param hostRestartsLastHour how often the process that the drivers live in was started anew within the last hour
 * @param devices those that the register's settings name; one it has no longer is not in the list
 */
public record DeviceReport(
        Instant toldAt,
        @Limit(40) String version,
        Long hostRestartsLastHour,
        @Limit(MAX_DEVICES) List<DeviceCondition> devices) {

    /** More devices than any register has. */
    public static final int MAX_DEVICES = 40;

    /** Bytes of a report as JSON, with room to spare above what {@link #MAX_DEVICES} devices take. */
    public static final int MAX_BYTES = 32 * 1024;

    public DeviceReport {
        devices = List.copyOf(devices);
    }
}
