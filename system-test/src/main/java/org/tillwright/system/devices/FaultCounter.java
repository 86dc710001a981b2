package org.tillwright.system.devices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.simulator.DisplaySimulator;
import org.tillwright.simulator.PaymentSimulator;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.ScannerSimulator;
import org.tillwright.simulator.TerminalSimulator;

/**
 * The devices of one counter, each at the far end of a line that can be broken: printer with drawer, scanner and customer
 * display on serial ports, the card terminal on the network.
 */
final class FaultCounter implements AutoCloseable {

    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final PaperTray paper = new PaperTray();
    private final TerminalBook book = new TerminalBook();
    private final ScannerSimulator scanner;
    private final List<SerialDevice> serial;
    private final Tap terminalTap;
    private final DeviceUris uris;

    /** @param lines directory where the serial ports get their names */
    FaultCounter(Path lines) throws IOException {
        Files.createDirectories(lines);
        PrinterSimulator printer =
                opened(PrinterSimulator.open("tcp:0", null, PrinterSimulator.DEFAULT_COLUMNS, paper));
        scanner = opened(ScannerSimulator.open("tcp:0", null));
        DisplaySimulator display = opened(DisplaySimulator.open("tcp:0", null, (top, bottom) -> {}));
        TerminalSimulator terminal = opened(TerminalSimulator.open("tcp:0", null, PaymentSimulator.Mode.APPROVE, book));
        serial = List.of(
                new SerialDevice(DeviceKind.PRINTER, tap(printer.tcpPort()), lines),
                new SerialDevice(DeviceKind.SCANNER, tap(scanner.tcpPort()), lines),
                new SerialDevice(DeviceKind.DISPLAY, tap(display.tcpPort()), lines));
        serial.forEach(device -> closers.push(device.cable()::close));
        terminalTap = tap(terminal.tcpPort());
        uris = DeviceUris.NONE
                .with(
                        DeviceKind.PRINTER,
                        "escpos+serial:" + serial.get(0).cable().near() + "?baud=115200")
                .with(DeviceKind.DRAWER, "via:printer")
                .with(DeviceKind.SCANNER, "serial:" + serial.get(1).cable().near() + "?baud=115200")
                .with(
                        DeviceKind.DISPLAY,
                        "cd5220+serial:" + serial.get(2).cable().near() + "?baud=115200")
                .with(
                        DeviceKind.CARD_TERMINAL,
                        "zvt+tcp:127.0.0.1:" + terminalTap.port() + "?password=" + TerminalSimulator.FACTORY_PASSWORD
                                + "&limit=5");
    }

    private <C extends AutoCloseable> C opened(C part) {
        closers.push(() -> {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("a simulated device does not end", e);
            }
        });
        return part;
    }

    private Tap tap(int port) throws IOException {
        return opened(new Tap(port));
    }

    DeviceUris uris() {
        return uris;
    }

    PaperTray paper() {
        return paper;
    }

    TerminalBook book() {
        return book;
    }

    ScannerSimulator scanner() {
        return scanner;
    }

    Tap terminalTap() {
        return terminalTap;
    }

    /** Printer, scanner and display, in this order. */
    List<SerialDevice> serial() {
        return serial;
    }

    /** Everything is plugged in, listens, and lets through. */
    void heal() throws IOException, InterruptedException {
        for (SerialDevice device : serial) {
            device.cable().hearAgain();
            device.cable().plugIn();
        }
        terminalTap.letThrough();
    }

    @Override
    public void close() {
        while (!closers.isEmpty()) {
            closers.pop().run();
        }
    }

    /** A device on a serial port, and what can be done to its line. */
    record SerialDevice(DeviceKind kind, Tap tap, PtyCable cable) {

        SerialDevice(DeviceKind kind, Tap tap, Path lines) throws IOException {
            this(kind, tap, new PtyCable(lines, kind.setting(), tap.port()));
        }
    }
}
