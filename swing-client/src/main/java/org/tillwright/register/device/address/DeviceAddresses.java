package org.tillwright.register.device.address;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.host.DriverHost;
import org.tillwright.wire.json.Fault;

/** The addresses that are being read, and everything wrong with them so far. */
final class DeviceAddresses {

    private final DeviceUris uris;
    private final DriverHost host;
    private final List<Fault> faults = new ArrayList<>();

    DeviceAddresses(DeviceUris uris, DriverHost host) {
        this.uris = uris;
        this.host = host;
    }

    /** Where serial ports and vendors' drivers live. */
    DriverHost host() {
        return host;
    }

    Optional<DeviceAddress> of(DeviceKind device) {
        return Optional.ofNullable(uris.of(device)).map(text -> read(device.setting(), text));
    }

    /** Takes one address apart, of which whatever is wrong is told under this setting. */
    DeviceAddress read(String setting, String text) {
        return new DeviceAddress(setting, text, host, faults);
    }

    /** Addresses of printers in kitchens and at bars, by the id of their station. */
    Map<String, String> stations() {
        return uris.stations();
    }

    /** The {@code jpos.xml} that names makers' services, or null when nobody said which. */
    @Nullable
    Path jposFile() {
        return uris.jposFile();
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
