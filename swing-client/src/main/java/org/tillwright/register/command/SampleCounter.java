package org.tillwright.register.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.tillwright.register.TourDevices;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.simulator.LabelSimulator;
import org.tillwright.simulator.PaymentSimulator;
import org.tillwright.simulator.PrintedLabel;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.ScaleSimulator;
import org.tillwright.simulator.TerminalSimulator;

/** Simulated devices for pictures of what the screens say of them, at the far ends of lines as everywhere. */
final class SampleCounter implements TourDevices, AutoCloseable {

    /** What makers' files look like; their drivers are nowhere. */
    private static final String DRIVERS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <JposEntries>
                <JposEntry logicalName="ExampleScale8200">
                    <creation factoryClass="com.example.pos.Factory" serviceClass="com.example.pos.Scale"/>
                    <vendor name="Example Devices" url="http://www.example.com"/>
                    <jpos category="Scale" version="1.14"/>
                    <product description="Checkout scale" name="8200" url="http://www.example.com"/>
                </JposEntry>
                <JposEntry logicalName="ExampleScale9100">
                    <creation factoryClass="com.example.pos.Factory" serviceClass="com.example.pos.Scale"/>
                    <vendor name="Example Devices" url="http://www.example.com"/>
                    <jpos category="Scale" version="1.14"/>
                    <product description="Checkout scale" name="9100" url="http://www.example.com"/>
                </JposEntry>
            </JposEntries>
            """;

    private static final int COLUMNS = PrinterSimulator.DEFAULT_COLUMNS;

    private final PrinterSimulator printer;
    private final PrinterSimulator kitchen;
    private final PrinterSimulator bar;
    private final LabelSimulator labels;
    private final ScaleSimulator scale;
    private final TerminalSimulator terminal;

    /** @param home gets a file of makers' drivers */
    SampleCounter(RegisterHome home) throws IOException {
        Files.writeString(home.jposFile(), DRIVERS, StandardCharsets.UTF_8);
        printer = PrinterSimulator.open("tcp:0", null, COLUMNS, receipt -> {});
        kitchen = PrinterSimulator.open("tcp:0", null, COLUMNS, ticket -> {});
        bar = PrinterSimulator.open("tcp:0", null, COLUMNS, ticket -> {});
        labels = LabelSimulator.open(
                "tcp:0", null, LabelSimulator.Language.ZPL, LabelSimulator.DEFAULT_DPI, new Nobody());
        scale = ScaleSimulator.open(ScaleSimulator.Kind.PLAIN, "tcp:0", null);
        terminal = TerminalSimulator.open("tcp:0", null, PaymentSimulator.Mode.ASK, words -> {});
    }

    @Override
    public DeviceUris uris() {
        return DeviceUris.NONE
                .with(DeviceKind.PRINTER, "escpos+tcp:127.0.0.1:" + printer.tcpPort())
                .with(DeviceKind.DRAWER, "via:printer?open=low")
                .with(DeviceKind.LABEL_PRINTER, "zpl+tcp:127.0.0.1:" + labels.tcpPort())
                .with(DeviceKind.SCALE, "plain+tcp:127.0.0.1:" + scale.tcpPort())
                .with(
                        DeviceKind.CARD_TERMINAL,
                        "zvt+tcp:127.0.0.1:" + terminal.tcpPort() + "?password=" + TerminalSimulator.FACTORY_PASSWORD)
                .with(DeviceKind.WALLET, "server")
                .withStation("kitchen", "escpos+tcp:127.0.0.1:" + kitchen.tcpPort())
                .withStation("bar", "escpos+tcp:127.0.0.1:" + bar.tcpPort());
    }

    @Override
    public void lie(long grams) {
        scale.put(grams);
    }

    @Override
    public void move(long grams) {
        scale.move(grams);
    }

    @Override
    public void switchScale(boolean isOn) {
        if (isOn) {
            orBug(scale::plugIn);
        } else {
            scale.pull();
        }
    }

    @Override
    public void kitchenHasPaper(boolean hasPaper) {
        kitchen.setPaper(hasPaper);
    }

    @Override
    public void paperIsLow(boolean isLow) {
        printer.setPaperLow(isLow);
    }

    @Override
    public void drawerIsOpen(boolean isOpen) {
        printer.setDrawerOpen(isOpen);
    }

    @Override
    public void declineCard() {
        orBug(terminal::decline);
    }

    @Override
    public void switchTerminal(boolean isOn) {
        if (isOn) {
            orBug(terminal::plugIn);
        } else {
            terminal.pull();
        }
    }

    private static void orBug(Plug plug) {
        try {
            plug.move();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Plug {
        void move() throws IOException;
    }

    @Override
    public void close() {
        printer.close();
        kitchen.close();
        bar.close();
        labels.close();
        scale.close();
        terminal.close();
    }

    private static final class Nobody implements LabelSimulator.Listener {

        @Override
        public void printed(PrintedLabel label) {}

        @Override
        public void unknown(String what) {
            throw new IllegalStateException("the label printer was sent " + what);
        }
    }
}
