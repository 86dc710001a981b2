package org.tillwright.register.devicesetup;

import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;

/**
 * One device that can be set up: a register has one of each kind, and a printer for each kitchen or bar that it tells.
 *
 * @param kind a station's printer is a printer
 * @param stationId of the station whose printer it is; null for the register's own devices
 */
public record DeviceSlot(DeviceKind kind, @Nullable String stationId) {

    /** A device of the register's own. */
    static DeviceSlot of(DeviceKind kind) {
        return new DeviceSlot(kind, null);
    }

    /** The printer of a kitchen or bar. */
    static DeviceSlot station(String stationId) {
        return new DeviceSlot(DeviceKind.PRINTER, stationId);
    }

    boolean isStation() {
        return stationId != null;
    }

    /** The name of its line in the register's settings. */
    public String setting() {
        return stationId == null ? kind.setting() : DeviceUris.STATION_SETTING + stationId;
    }

    /** What texts about such a device are called by. */
    String word() {
        return stationId == null ? kind.setting() : "station";
    }

    /** Its address; null where it is not set up. */
    @Nullable
    String in(DeviceUris uris) {
        return stationId == null ? uris.of(kind) : uris.stations().get(stationId);
    }

    /** These devices with this one elsewhere, or, for null, without it. */
    DeviceUris put(DeviceUris uris, @Nullable String address) {
        return stationId == null ? uris.with(kind, address) : uris.withStation(stationId, address);
    }
}
