package org.tillwright.register.device.address;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.LineDisplay;
import org.tillwright.register.device.display.Cd5220Display;
import org.tillwright.register.device.jpos.JposCategory;
import org.tillwright.register.device.jpos.JposDisplay;
import org.tillwright.register.device.serial.LineAddress;
import org.tillwright.register.device.serial.SharedLine;

/** Makes the two lines that face the customer. */
final class DisplayMaker {

    private final DeviceAddresses addresses;

    DisplayMaker(DeviceAddresses addresses) {
        this.addresses = addresses;
    }

    @Nullable
    LineDisplay display() {
        DeviceAddress address = addresses.of(DeviceKind.DISPLAY).orElse(null);
        if (address == null) {
            return null;
        }
        if (JposMaker.is(address)) {
            return new JposMaker(addresses).made(address, JposCategory.LINE_DISPLAY, JposDisplay::new);
        }
        LineAddresses.requireProtocol(address, "cd5220", "cd5220+serial:/dev/ttyS2?baud=9600");
        String page = address.word("page", "cp858", "cp437", "cp850", "cp852", "cp866", "wpc1251", "wpc1252");
        LineAddress line = LineAddresses.line(address, LineAddresses.COMMON_BAUD, 0);
        address.complainOfTheRest();
        return new Cd5220Display(new SharedLine(line), charset(page));
    }

    private static Charset charset(String page) {
        return Charset.forName(
                page.equals("cp858")
                        ? "IBM00858"
                        : page.replace("wpc", "windows-").replace("cp", "IBM"));
    }
}
