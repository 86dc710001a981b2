package org.tillwright.register.device;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.card.ZvtSettings;
import org.tillwright.register.device.card.ZvtTerminal;
import org.tillwright.register.device.display.Cd5220Display;
import org.tillwright.register.device.escpos.CodePage;
import org.tillwright.register.device.escpos.EscPosDrawer;
import org.tillwright.register.device.escpos.EscPosPrinter;
import org.tillwright.register.device.escpos.PrinterModel;
import org.tillwright.register.device.scale.PlainScale;
import org.tillwright.register.device.scanner.SerialBadgeReader;
import org.tillwright.register.device.scanner.SerialScanner;
import org.tillwright.register.device.serial.LineAddress;
import org.tillwright.register.device.serial.SerialAddress;
import org.tillwright.register.device.serial.SerialAddress.Flow;
import org.tillwright.register.device.serial.SerialAddress.Parity;
import org.tillwright.register.device.serial.SharedLine;
import org.tillwright.register.device.serial.TcpAddress;
import org.tillwright.register.device.wallet.PlainGateway;
import org.tillwright.wire.json.Fault;

/** Makes drivers of addresses. Touches no hardware. */
final class DeviceFactory {

    private static final int COMMON_BAUD = 9_600;
    private static final int PRINTER_BAUD = 38_400;
    private static final int PRINTER_TCP_PORT = 9_100;
    private static final int ZVT_TCP_PORT = 20_007;
    private static final int SCALE_TCP_PORT = 9_000;
    private static final int WALLET_TCP_PORT = 7_070;
    private static final int LEAST_BAUD = 300;
    private static final int MOST_BAUD = 921_600;
    private static final int MOST_LIMIT_SECONDS = 600;

    final List<Fault> faults = new ArrayList<>();

    @Nullable
    EscPosPrinter printer;

    @Nullable
    EscPosDrawer drawer;

    @Nullable
    SerialScanner scanner;

    @Nullable
    SerialBadgeReader badgeReader;

    @Nullable
    Cd5220Display display;

    @Nullable
    ZvtTerminal cardTerminal;

    @Nullable
    PlainGateway wallet;

    @Nullable
    PlainScale scale;

    DeviceFactory(DeviceUris uris) {
        SharedLine printerLine = printer(uris);
        drawer(uris, printerLine);
        scanner(uris);
        badgeReader(uris);
        display(uris);
        cardTerminal(uris);
        wallet(uris);
        scale(uris);
    }

    private Optional<DeviceAddress> address(DeviceUris uris, DeviceKind device) {
        return Optional.ofNullable(uris.of(device)).map(text -> new DeviceAddress(device, text, faults));
    }

    private @Nullable SharedLine printer(DeviceUris uris) {
        DeviceAddress address = address(uris, DeviceKind.PRINTER).orElse(null);
        if (address == null) {
            return null;
        }
        requireProtocol(address, "escpos", "escpos+serial:/dev/ttyS0?baud=38400 or escpos+tcp:10.0.0.5:9100");
        var model = new PrinterModel(address.number("columns", 42, 24, 64), pages(address));
        var line = new SharedLine(line(address, PRINTER_BAUD, PRINTER_TCP_PORT));
        address.complainOfTheRest();
        printer = new EscPosPrinter(line, model);
        return line;
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

    private void drawer(DeviceUris uris, @Nullable SharedLine printerLine) {
        DeviceAddress address = address(uris, DeviceKind.DRAWER).orElse(null);
        if (address == null) {
            return;
        }
        boolean viaPrinter = address.protocol().isEmpty()
                && address.transport().equals("via")
                && address.place().equals("printer");
        if (!viaPrinter) {
            address.fault("is not an address of a drawer; write via:printer for one wired to the receipt printer");
        } else if (printerLine == null) {
            address.fault("is wired to the receipt printer, but the setting printer is missing");
        }
        EscPosDrawer.Pin pin = address.word("pin", "2", "5").equals("2") ? EscPosDrawer.Pin.TWO : EscPosDrawer.Pin.FIVE;
        address.complainOfTheRest();
        if (viaPrinter && printerLine != null) {
            drawer = new EscPosDrawer(printerLine.share(), pin);
        }
    }

    private void scanner(DeviceUris uris) {
        DeviceAddress address = address(uris, DeviceKind.SCANNER).orElse(null);
        if (address == null) {
            return;
        }
        requireProtocol(address, "", "serial:/dev/ttyS1?baud=9600");
        LineAddress line = line(address, COMMON_BAUD, 0);
        address.complainOfTheRest();
        scanner = new SerialScanner(new SharedLine(line));
    }

    private void badgeReader(DeviceUris uris) {
        DeviceAddress address = address(uris, DeviceKind.BADGE_READER).orElse(null);
        if (address == null) {
            return;
        }
        requireProtocol(address, "", "serial:/dev/ttyS3?baud=9600");
        LineAddress line = line(address, COMMON_BAUD, 0);
        address.complainOfTheRest();
        badgeReader = new SerialBadgeReader(new SharedLine(line));
    }

    private void display(DeviceUris uris) {
        DeviceAddress address = address(uris, DeviceKind.DISPLAY).orElse(null);
        if (address == null) {
            return;
        }
        requireProtocol(address, "cd5220", "cd5220+serial:/dev/ttyS2?baud=9600");
        String page = address.word("page", "cp858", "cp437", "cp850", "cp852", "cp866", "wpc1251", "wpc1252");
        LineAddress line = line(address, COMMON_BAUD, 0);
        address.complainOfTheRest();
        display = new Cd5220Display(new SharedLine(line), charset(page));
    }

    private static Charset charset(String page) {
        return Charset.forName(
                page.equals("cp858")
                        ? "IBM00858"
                        : page.replace("wpc", "windows-").replace("cp", "IBM"));
    }

    private void scale(DeviceUris uris) {
        DeviceAddress address = address(uris, DeviceKind.SCALE).orElse(null);
        if (address == null) {
            return;
        }
        requireProtocol(address, "plain", "plain+serial:/dev/ttyS3?baud=9600 or plain+tcp:10.0.0.7:9000");
        LineAddress line = line(address, COMMON_BAUD, SCALE_TCP_PORT);
        address.complainOfTheRest();
        scale = new PlainScale(new SharedLine(line));
    }

    private void cardTerminal(DeviceUris uris) {
        DeviceAddress address = address(uris, DeviceKind.CARD_TERMINAL).orElse(null);
        if (address == null) {
            return;
        }
        requireProtocol(address, "zvt", "zvt+tcp:10.0.0.9:20007");
        if (address.protocol().equals("zvt") && !address.transport().equals("tcp")) {
            address.faultOnce("uses " + address.transport() + "; ZVT terminals are reached over tcp");
        }
        String password = address.option("password").orElse(null);
        if (password != null && !password.matches("[0-9]{6}")) {
            address.fault("has a password that is not six digits"); // and does not show it
        }
        int limit =
                address.number("limit", Math.toIntExact(ZvtSettings.DEFAULT_LIMIT.toSeconds()), 1, MOST_LIMIT_SECONDS);
        LineAddress line = line(address, COMMON_BAUD, ZVT_TCP_PORT);
        address.complainOfTheRest();
        cardTerminal = new ZvtTerminal(new SharedLine(line), new ZvtSettings(password, Duration.ofSeconds(limit)));
    }

    private void wallet(DeviceUris uris) {
        DeviceAddress address = address(uris, DeviceKind.WALLET).orElse(null);
        if (address == null) {
            return;
        }
        requireProtocol(address, "plain", "plain+tcp:127.0.0.1:7070");
        LineAddress line = line(address, COMMON_BAUD, WALLET_TCP_PORT);
        address.complainOfTheRest();
        wallet = new PlainGateway(new SharedLine(line));
    }

    private static void requireProtocol(DeviceAddress address, String protocol, String example) {
        if (!address.protocol().equals(protocol)) {
            address.faultOnce("does not begin like " + example);
        }
    }

    /** The line an address names; after a fault it is a stand-in that nobody opens. */
    private static LineAddress line(DeviceAddress address, int baud, int port) {
        return switch (address.transport()) {
            case "serial" -> serial(address, baud);
            case "tcp" -> tcp(address, port);
            default -> {
                address.faultOnce("goes over \"" + address.transport() + "\"; use serial: or tcp:");
                yield new TcpAddress("", 0);
            }
        };
    }

    private static LineAddress serial(DeviceAddress address, int baud) {
        if (!address.place().startsWith("/")) {
            address.fault("names the port \"" + address.place() + "\"; write its whole path, such as /dev/ttyS0");
        }
        Parity parity =
                Parity.valueOf(address.word("parity", "none", "even", "odd").toUpperCase(Locale.ROOT));
        Flow flow = Flow.valueOf(
                address.word("flow", "none", "hardware", "software").toUpperCase(Locale.ROOT));
        return new SerialAddress(
                Path.of(address.place()),
                address.number("baud", baud, LEAST_BAUD, MOST_BAUD),
                address.number("bits", 8, 7, 8),
                parity,
                address.number("stop", 1, 1, 2),
                flow);
    }

    private static LineAddress tcp(DeviceAddress address, int normally) {
        String place = address.place();
        int colon = place.lastIndexOf(':');
        boolean bracketed = place.endsWith("]");
        String host = colon < 0 || bracketed ? place : place.substring(0, colon);
        String port = colon < 0 || bracketed ? String.valueOf(normally) : place.substring(colon + 1);
        boolean isPort = port.matches("[0-9]{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535;
        if (host.isEmpty() || !isPort) {
            address.fault("names \"" + place + "\"; write host and port, such as 10.0.0.5:9100");
            return new TcpAddress("", 0);
        }
        return new TcpAddress(host, Integer.parseInt(port));
    }
}
