package org.tillwright.register.device.address;

import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.fiscal.FiscalDevice;
import org.tillwright.register.device.fiscal.SignerDevice;
import org.tillwright.register.device.serial.SharedLine;

/** Makes what signs sales for the law. */
final class FiscalMaker {

    private static final int SIGNER_TCP_PORT = 9_700;

    private final DeviceAddresses addresses;

    FiscalMaker(DeviceAddresses addresses) {
        this.addresses = addresses;
    }

    @Nullable
    FiscalDevice fiscalDevice() {
        DeviceAddress address = addresses.of(DeviceKind.FISCAL).orElse(null);
        if (address == null) {
            return null;
        }
        LineAddresses.requireProtocol(address, "signer", "signer+tcp:10.0.0.12:9700");
        var line = new SharedLine(LineAddresses.line(address, LineAddresses.COMMON_BAUD, SIGNER_TCP_PORT));
        address.complainOfTheRest();
        return new SignerDevice(line);
    }
}
