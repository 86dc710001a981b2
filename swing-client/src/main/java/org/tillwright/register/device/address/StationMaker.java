package org.tillwright.register.device.address;

import java.util.Map;
import java.util.TreeMap;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.ReceiptPrinter;
import org.tillwright.wire.shop.KitchenRules;

/** Makes the printers in kitchens and at bars: each has a line of its own. */
final class StationMaker {

    private final DeviceAddresses addresses;

    StationMaker(DeviceAddresses addresses) {
        this.addresses = addresses;
    }

    /** By the id of their station. */
    Map<String, ReceiptPrinter> printers() {
        Map<String, ReceiptPrinter> printers = new TreeMap<>();
        addresses.stations().forEach((station, text) -> {
            DeviceAddress address = addresses.read(DeviceUris.STATION_SETTING + station, text);
            if (!station.matches(KitchenRules.STATION_FORM)) {
                address.fault("is of a station whose name is not 1 to 20 small letters, digits or dashes");
            }
            printers.put(station, PrinterMaker.station(address));
        });
        return printers;
    }
}
