package org.tillwright.register.device;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the devices are, as the register's settings say. A device that is not in it the register has not got.
 *
 * @param stations addresses of the printers in kitchens and at bars, by the id of their station
 * @param jposFile the {@code jpos.xml} that names makers' services, or null when the settings name none
 */
public record DeviceUris(Map<DeviceKind, String> byKind, Map<String, String> stations, @Nullable Path jposFile) {

    /** What the setting of a station's printer begins with; the station's id follows. */
    public static final String STATION_SETTING = "station.";

    /** A register without devices. */
    public static final DeviceUris NONE = new DeviceUris(Map.of());

    public DeviceUris {
        var copy = new EnumMap<DeviceKind, String>(DeviceKind.class);
        copy.putAll(byKind);
        byKind = Collections.unmodifiableMap(copy);
        stations = Collections.unmodifiableMap(new TreeMap<>(stations));
    }

    /** Devices without any maker's service, and no kitchen. */
    public DeviceUris(Map<DeviceKind, String> byKind) {
        this(byKind, Map.of(), null);
    }

    /** Returns the address of one device, or null. */
    public @Nullable String of(DeviceKind device) {
        return byKind.get(device);
    }

    /** The same with one device elsewhere, or, for null, without it. */
    public DeviceUris with(DeviceKind device, @Nullable String uri) {
        var changed = new EnumMap<DeviceKind, String>(DeviceKind.class);
        changed.putAll(byKind);
        if (uri == null) {
            changed.remove(device);
        } else {
            changed.put(device, uri);
        }
        return new DeviceUris(changed, stations, jposFile);
    }

    /** The same with the printer of one station elsewhere, or, for null, without it. */
    public DeviceUris withStation(String stationId, @Nullable String uri) {
        var changed = new TreeMap<>(stations);
        if (uri == null) {
            changed.remove(stationId);
        } else {
            changed.put(stationId, uri);
        }
        return new DeviceUris(byKind, changed, jposFile);
    }

    /** True if one of the devices is a maker's service. */
    public boolean hasMakersServices() {
        return byKind.values().stream().anyMatch(each -> each.startsWith("jpos:"));
    }

    /** The same with makers' services named in another file. */
    public DeviceUris withJposFile(@Nullable Path file) {
        return new DeviceUris(byKind, stations, file);
    }
}
