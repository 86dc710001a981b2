package org.tillwright.register.device.address;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.CashDrawer;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.ReceiptPrinter;
import org.tillwright.register.device.escpos.CodePage;
import org.tillwright.register.device.escpos.DrawerContact;
import org.tillwright.register.device.escpos.EscPosDrawer;
import org.tillwright.register.device.escpos.EscPosPrinter;
import org.tillwright.register.device.escpos.Knife;
import org.tillwright.register.device.escpos.PrinterModel;
import org.tillwright.register.device.jpos.JposCategory;
import org.tillwright.register.device.jpos.JposDrawer;
import org.tillwright.register.device.jpos.JposPrinter;
import org.tillwright.register.device.serial.SharedLine;

/** Makes the receipt printer and the drawer that hangs on it: both share one line. */
final class PrinterMaker {

    private static final int DEFAULT_COLUMNS = 42;
    private static final int PRINTER_BAUD = 38_400;
    private static final int PRINTER_TCP_PORT = 9_100;
    /** Long enough to give change and put notes away one by one; shorter than a walk to the stock room and back. */
    private static final Duration STAND_OPEN = Duration.ofSeconds(60);

    private static final int MOST_ALARM_SECONDS = 3_600;

    private final DeviceAddresses addresses;
    private final @Nullable DeviceAddress drawerAddress;
    private final DrawerContact contact;
    private @Nullable SharedLine line;
    private boolean isMakersPrinter;

    PrinterMaker(DeviceAddresses addresses) {
        this.addresses = addresses;
        drawerAddress = addresses.of(DeviceKind.DRAWER).orElse(null);
        contact = drawerAddress == null || JposMaker.is(drawerAddress) ? DrawerContact.NONE : contact(drawerAddress);
    }

    @Nullable
    ReceiptPrinter printer() {
        DeviceAddress address = addresses.of(DeviceKind.PRINTER).orElse(null);
        if (address == null) {
            return null;
        }
        if (JposMaker.is(address)) {
            isMakersPrinter = true;
            return new JposMaker(addresses).made(address, JposCategory.POS_PRINTER, JposPrinter::new);
        }
        PrinterModel model = model(address);
        line = line(address);
        return new EscPosPrinter(line, model, contact);
    }

    /** A printer in a kitchen or at a bar, on a line of its own. */
    static ReceiptPrinter station(DeviceAddress address) {
        PrinterModel model = model(address);
        return new EscPosPrinter(line(address), model, DrawerContact.NONE);
    }

    private static PrinterModel model(DeviceAddress address) {
        LineAddresses.requireProtocol(
                address, "escpos", "escpos+serial:/dev/ttyS0?baud=38400 or escpos+tcp:10.0.0.5:9100");
        return new PrinterModel(
                address.number("columns", DEFAULT_COLUMNS, 24, 64),
                pages(address),
                Knife.valueOf(address.word("cut", "partial", "full", "none").toUpperCase(Locale.ROOT)));
    }

    private static SharedLine line(DeviceAddress address) {
        var shared = new SharedLine(LineAddresses.printerLine(address, PRINTER_BAUD, PRINTER_TCP_PORT));
        address.complainOfTheRest();
        return shared;
    }

    private static List<CodePage> pages(DeviceAddress address) {
        String names = address.option("pages").orElse(null);
        if (names == null) {
            return CodePage.ALL;
        }
        var pages = new ArrayList<CodePage>();
        for (String name : names.equals("none") ? new String[0] : names.split(",", -1)) {
            Optional<CodePage> page = CodePage.ALL.stream()
                    .filter(each -> each.name().equalsIgnoreCase(name))
                    .findFirst();
            page.ifPresentOrElse(
                    pages::add,
                    () -> address.fault("has the code page " + name + "; use none, or some of "
                            + CodePage.ALL.toString().toLowerCase(Locale.ROOT) + " with commas between"));
        }
        return pages;
    }

    /** Made after the printer. */
    @Nullable
    CashDrawer drawer() {
        DeviceAddress address = drawerAddress;
        if (address == null) {
            return null;
        }
        if (JposMaker.is(address)) {
            Duration alarm = alarm(address);
            return new JposMaker(addresses)
                    .made(address, JposCategory.CASH_DRAWER, (host, target) -> new JposDrawer(host, target, alarm));
        }
        boolean viaPrinter = address.protocol().isEmpty()
                && address.transport().equals("via")
                && address.place().equals("printer");
        if (!viaPrinter) {
            address.fault("is not an address of a drawer; write via:printer for one wired to the receipt printer");
        } else if (line == null) {
            address.fault(
                    isMakersPrinter
                            ? "is wired to a printer whose maker's service drives it; name the drawer's own service, such"
                                    + " as jpos:ExampleDrawer1"
                            : "is wired to the receipt printer, but the setting printer is missing");
        }
        EscPosDrawer.Pin pin = address.word("pin", "2", "5").equals("2") ? EscPosDrawer.Pin.TWO : EscPosDrawer.Pin.FIVE;
        Duration alarm = alarm(address);
        address.complainOfTheRest();
        Duration mayStandOpen = contact == DrawerContact.NONE ? Duration.ZERO : alarm;
        return viaPrinter && line != null ? new EscPosDrawer(line.share(), pin, mayStandOpen) : null;
    }

    private static Duration alarm(DeviceAddress address) {
        return Duration.ofSeconds(
                address.number("alarm", Math.toIntExact(STAND_OPEN.toSeconds()), 0, MOST_ALARM_SECONDS));
    }

    /** The printer is asked for the drawer's contact, so it has to know how that is wired. */
    private static DrawerContact contact(DeviceAddress address) {
        return switch (address.word("open", "unknown", "low", "high")) {
            case "low" -> DrawerContact.OPEN_IS_LOW;
            case "high" -> DrawerContact.OPEN_IS_HIGH;
            default -> DrawerContact.NONE;
        };
    }
}
