package org.tillwright.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.simulator.PaymentSimulator;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.PtyPair;
import org.tillwright.simulator.ScaleSimulator;
import org.tillwright.simulator.SimulatorWindows;

/** One register window and a window for each of its devices; ends when the register's window is closed. */
final class WindowedDemo {

    private static final int COLUMNS = 42;
    private static final int BESIDE_THE_REGISTER = 1040;
    private static final List<String> CODES =
            List.of("2413000000112", "21301216", "1110", "9106", "2413000000113", "2499000000017");

    private final DemoShop shop;
    private final Consumer<String> progress;

    WindowedDemo(DemoShop shop, Consumer<String> progress) {
        this.shop = shop;
        this.progress = progress;
    }

    void run() throws IOException, DemoFailedException, InterruptedException {
        Path lines = Files.createDirectories(shop.directory().resolve("lines"));
        try (PtyPair printer = PtyPair.open(lines, "printer");
                PtyPair scanner = PtyPair.open(lines, "scanner");
                PtyPair display = PtyPair.open(lines, "display");
                SimulatorWindows windows = new SimulatorWindows(BESIDE_THE_REGISTER, 0)) {
            PrinterSimulator.Listener paper = receipt -> {};
            windows.printer(printer.far().toString(), printer, COLUMNS, paper);
            windows.scanner(scanner.far().toString(), scanner, CODES);
            windows.display(display.far().toString(), display, (top, bottom) -> {});
            int terminalPort = ServerProcess.freePort();
            windows.terminal("tcp:" + terminalPort, null, null, PaymentSimulator.Mode.ASK, line -> {});
            windows.gateway(shop.gateway(), PaymentSimulator.Mode.ASK, text -> {});
            int scalePort = ServerProcess.freePort();
            windows.scale(ScaleSimulator.Kind.DIALOG06, "tcp:" + scalePort, null);
            shop.settingsWith(DeviceUris.NONE
                    .with(DeviceKind.PRINTER, "escpos+serial:" + printer.near() + "?baud=38400&columns=" + COLUMNS)
                    .with(DeviceKind.DRAWER, "via:printer?open=high")
                    .with(DeviceKind.SCANNER, "serial:" + scanner.near() + "?baud=9600")
                    .with(DeviceKind.DISPLAY, "cd5220+serial:" + display.near() + "?baud=9600")
                    .with(DeviceKind.CARD_TERMINAL, "zvt+tcp:127.0.0.1:" + terminalPort)
                    .with(DeviceKind.WALLET, "server")
                    .with(DeviceKind.SCALE, "dialog06+tcp:127.0.0.1:" + scalePort));
            progress.accept("Opening the register. Closing its window ends the demo; what was sold is kept.");
            runRegister();
        }
    }

    private void runRegister() throws IOException, InterruptedException {
        Path target = shop.root().resolve("swing-client/target");
        Process register = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        target.resolve("tillwright-swing-client-0.1.0.jar") + ":" + target.resolve("lib") + "/*",
                        "org.tillwright.register.command.CommandMain",
                        "register",
                        "--home",
                        shop.registerHome().directory().toString())
                .inheritIO()
                .start();
        try {
            register.waitFor();
        } finally {
            register.destroy();
        }
    }
}
