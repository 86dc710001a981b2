package org.tillwright.register.device.address;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.BadgeReader;
import org.tillwright.register.device.CardTerminal;
import org.tillwright.register.device.CashDrawer;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.LabelPrinter;
import org.tillwright.register.device.LineDisplay;
import org.tillwright.register.device.PaymentGateway;
import org.tillwright.register.device.ReceiptPrinter;
import org.tillwright.register.device.Scale;
import org.tillwright.register.device.Scanner;
import org.tillwright.register.device.fiscal.FiscalDevice;
import org.tillwright.register.device.host.DriverHost;
import org.tillwright.wire.json.Fault;

/**
 * The drivers of a register's devices; null where the register has none, or where its address has a fault.
 *
 * @param stations printers in kitchens and at bars, by the id of their station
 * @param faults everything wrong with the addresses, each with the name of its setting
 */
public record Drivers(
        @Nullable ReceiptPrinter printer,
        @Nullable CashDrawer drawer,
        @Nullable Scanner scanner,
        @Nullable Scanner secondScanner,
        @Nullable BadgeReader badgeReader,
        @Nullable LineDisplay display,
        @Nullable CardTerminal cardTerminal,
        @Nullable PaymentGateway wallet,
        @Nullable Scale scale,
        @Nullable LabelPrinter labelPrinter,
        @Nullable FiscalDevice fiscal,
        Map<String, ReceiptPrinter> stations,
        List<Fault> faults) {

    /**
     * Makes what the addresses name. Touches no hardware, and starts no host.
     *
     * @param host that serial ports and vendors' drivers will live in
     * @param atServer the way to what the store's server does for its registers
     */
    public static Drivers of(DeviceUris uris, DriverHost host, PaymentGateway atServer) {
        var addresses = new DeviceAddresses(uris, host);
        var printers = new PrinterMaker(addresses);
        var readers = new ReaderMaker(addresses);
        var payments = new PaymentMaker(addresses);
        return new Drivers(
                printers.printer(),
                printers.drawer(),
                readers.scanner(DeviceKind.SCANNER),
                readers.scanner(DeviceKind.SECOND_SCANNER),
                readers.badgeReader(),
                new DisplayMaker(addresses).display(),
                payments.cardTerminal(),
                payments.wallet(atServer),
                new ScaleMaker(addresses).scale(),
                new LabelMaker(addresses).labelPrinter(),
                new FiscalMaker(addresses).fiscalDevice(),
                new StationMaker(addresses).printers(),
                addresses.faults());
    }
}
