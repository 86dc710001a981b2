package org.tillwright.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.simulator.DisplaySimulator;
import org.tillwright.simulator.PaymentSimulator;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.PtyPair;
import org.tillwright.simulator.ScannerSimulator;
import org.tillwright.simulator.TerminalSimulator;

/**
 * One counter's devices without windows: printer with drawer, scanner, customer display and card terminal, each at the
 * far end of a line of its own.
 */
public final class CounterDevices implements AutoCloseable {

    private static final int COLUMNS = 42;

    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final BlockingQueue<PrintedReceipt> receipts = new LinkedBlockingQueue<>();
    private final AtomicInteger drawerOpenings = new AtomicInteger();
    private final PrinterSimulator printer;
    private final ScannerSimulator scanner;
    private final DisplaySimulator display;
    private final TerminalSimulator terminal;
    private final DeviceUris uris;
    private volatile String displayed = "";

    private CounterDevices(Path directory) throws IOException {
        Files.createDirectories(directory);
        PtyPair printerLine = cable(directory, "printer");
        PtyPair scannerLine = cable(directory, "scanner");
        PtyPair displayLine = cable(directory, "display");
        printer = PrinterSimulator.open(
                printerLine.far().toString(), printerLine, COLUMNS, new PrinterSimulator.Listener() {
                    @Override
                    public void cut(PrintedReceipt receipt) {
                        receipts.add(receipt);
                    }

                    @Override
                    public void drawerOpened(int times) {
                        drawerOpenings.set(times);
                    }
                });
        closers.push(printer::close);
        scanner = ScannerSimulator.open(scannerLine.far().toString(), scannerLine);
        closers.push(scanner::close);
        display = DisplaySimulator.open(
                displayLine.far().toString(), displayLine, (top, bottom) -> displayed = top + "\n" + bottom);
        closers.push(display::close);
        terminal = TerminalSimulator.open("tcp:0", null, PaymentSimulator.Mode.APPROVE, line -> {});
        closers.push(terminal::close);
        uris = DeviceUris.NONE
                .with(DeviceKind.PRINTER, "escpos+serial:" + printerLine.near() + "?baud=38400&columns=" + COLUMNS)
                .with(DeviceKind.DRAWER, "via:printer")
                .with(DeviceKind.SCANNER, "serial:" + scannerLine.near() + "?baud=9600")
                .with(DeviceKind.DISPLAY, "cd5220+serial:" + displayLine.near() + "?baud=9600")
                .with(DeviceKind.CARD_TERMINAL, "zvt+tcp:127.0.0.1:" + terminal.tcpPort())
                .with(DeviceKind.WALLET, "server");
    }

    /**
     * Sets up a counter.
     *
     * @param directory where the serial ports get their names
     */
    public static CounterDevices open(Path directory) throws IOException {
        return new CounterDevices(directory);
    }

    /** Where a register finds the devices. */
    public DeviceUris uris() {
        return uris;
    }

    public PrinterSimulator printer() {
        return printer;
    }

    public ScannerSimulator scanner() {
        return scanner;
    }

    public DisplaySimulator display() {
        return display;
    }

    /** What the customer reads now: two lines. */
    public String displayed() {
        return displayed;
    }

    public TerminalSimulator terminal() {
        return terminal;
    }

    public int drawerOpenings() {
        return drawerOpenings.get();
    }

    /** Waits for the next receipt to be cut off; empty when none comes in time. */
    public Optional<PrintedReceipt> nextReceipt(long patienceSeconds) throws InterruptedException {
        return Optional.ofNullable(receipts.poll(patienceSeconds, TimeUnit.SECONDS));
    }

    /** Ends the devices in the opposite order, and pulls their cables last. */
    @Override
    public void close() {
        while (!closers.isEmpty()) {
            closers.pop().run();
        }
    }

    private PtyPair cable(Path directory, String name) throws IOException {
        PtyPair pair = PtyPair.open(directory, name);
        closers.push(pair::close);
        return pair;
    }
}
