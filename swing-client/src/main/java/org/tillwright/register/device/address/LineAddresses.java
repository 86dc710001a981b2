package org.tillwright.register.device.address;

import java.nio.file.Path;
import java.util.Locale;
import org.tillwright.register.device.serial.FileAddress;
import org.tillwright.register.device.serial.LineAddress;
import org.tillwright.register.device.serial.SerialAddress;
import org.tillwright.register.device.serial.SerialAddress.Flow;
import org.tillwright.register.device.serial.SerialAddress.Parity;
import org.tillwright.register.device.serial.TcpAddress;

/** Reads the line of a device's address: what every protocol has in common. */
final class LineAddresses {

    static final int COMMON_BAUD = 9_600;

    /** What devices come with whose letters have seven bits. */
    static final Usual ODD = new Usual(COMMON_BAUD, 7, "odd", 1);

    static final Usual EVEN = new Usual(COMMON_BAUD, 7, "even", 1);

    private static final int LEAST_BAUD = 300;
    private static final int MOST_BAUD = 921_600;

    private LineAddresses() {}

    /** How a serial line is set when the address does not say. */
    record Usual(int baud, int bits, String parity, int stopBits) {}

    static void requireProtocol(DeviceAddress address, String protocol, String example) {
        if (!address.protocol().equals(protocol)) {
            address.faultOnce("does not begin like " + example);
        }
    }

    /** The line an address names; after a fault it is a stand-in that nobody opens. */
    static LineAddress line(DeviceAddress address, int baud, int port) {
        return line(address, baud, 1, port);
    }

    /**
     * The same for a protocol with stop bits of its own.
     *
     * @param stopBits where the address names none
     */
    static LineAddress line(DeviceAddress address, int baud, int stopBits, int port) {
        return line(address, new Usual(baud, 8, "none", stopBits), port);
    }

    /** The same for devices that come with other settings of their line. */
    static LineAddress line(DeviceAddress address, Usual usual, int port) {
        return switch (address.transport()) {
            case "serial" -> serial(address, usual);
            case "tcp" -> tcp(address, port);
            default -> {
                address.faultOnce("goes over \"" + address.transport() + "\"; use serial: or tcp:");
                yield new TcpAddress("", 0);
            }
        };
    }

    /**
     * The line of a printer, which may also be a device file of the system's own, such as {@code /dev/usb/lp0}, or the
     * serial port that stands for a paired Bluetooth printer, such as {@code /dev/rfcomm0}.
     */
    static LineAddress printerLine(DeviceAddress address, int baud, int port) {
        return switch (address.transport()) {
            case "file" -> new FileAddress(path(address, "file", "/dev/usb/lp0"));
            case "bluetooth" -> address.host().serial(SerialAddress.of(path(address, "port", "/dev/rfcomm0"), baud));
            case "serial", "tcp" -> line(address, baud, port);
            default -> {
                address.faultOnce("goes over \"" + address.transport() + "\"; use serial:, tcp:, file: or bluetooth:");
                yield new TcpAddress("", 0);
            }
        };
    }

    private static Path path(DeviceAddress address, String what, String example) {
        if (!address.place().startsWith("/")) {
            address.fault(
                    "names the " + what + " \"" + address.place() + "\"; write its whole path, such as " + example);
        }
        return Path.of(address.place());
    }

    private static LineAddress serial(DeviceAddress address, Usual usual) {
        Path port = path(address, "port", "/dev/ttyS0");
        Parity parity = Parity.valueOf(
                address.wordOr(usual.parity(), "parity", "none", "even", "odd").toUpperCase(Locale.ROOT));
        Flow flow = Flow.valueOf(
                address.word("flow", "none", "hardware", "software").toUpperCase(Locale.ROOT));
        return address.host()
                .serial(new SerialAddress(
                        port,
                        address.number("baud", usual.baud(), LEAST_BAUD, MOST_BAUD),
                        address.number("bits", usual.bits(), 7, 8),
                        parity,
                        address.number("stop", usual.stopBits(), 1, 2),
                        flow));
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
