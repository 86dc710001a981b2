package org.tillwright.register.device.host;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.Receipt;

/** Prints one line on the printer at an address, and ends. */
final class RegisterThatPrints {

    private RegisterThatPrints() {}

    public static void main(String[] addresses) {
        var receipt = new Receipt(List.of(Receipt.Text.of("printed from a process of its own"), new Receipt.Cut()));
        try (Devices devices = Devices.open(DeviceUris.NONE.with(DeviceKind.PRINTER, addresses[0]), failure -> {})) {
            devices.printer()
                    .orElseThrow()
                    .ask(printer -> {
                        printer.print(receipt);
                        return true;
                    })
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        }
        System.exit(0);
    }
}
