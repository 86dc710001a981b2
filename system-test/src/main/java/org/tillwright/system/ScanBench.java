package org.tillwright.system;

import java.awt.AWTException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.tillwright.register.RegisterMain;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.simulator.PtyPair;
import org.tillwright.simulator.ScannerSimulator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From the last byte of a scan on the scanner's line to the painted line, in the real window. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Last byte of a scan to the painted line, in a real register window.")
final class ScanBench implements Callable<Integer> {

    private static final int LINES_A_SALE = 30;
    private static final long PATIENCE_SECONDS = 20;

    @Option(names = "--items", defaultValue = "100000", description = "Items in the catalogue (${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--scans", defaultValue = "3000", description = "Scans to measure (${DEFAULT-VALUE}).")
    private int scans;

    @Option(names = "--warm-up", defaultValue = "600", description = "Scans before that (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--pause",
            defaultValue = "0",
            description = "Milliseconds between scans (${DEFAULT-VALUE}); a fast cashier takes 500.")
    private int pauseMillis;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path directory = ProjectPlace.home().resolve("bench/scan");
        try {
            Path lines = Files.createDirectories(ProjectPlace.home().resolve("bench/lines"));
            try (PtyPair line = PtyPair.open(lines, "scanner");
                    ScannerSimulator scanner = ScannerSimulator.open(line.far().toString(), line)) {
                tell("Making a register with " + items + " items ...");
                RegisterSettings settings = RegisterSettings.DEFAULT
                        .withWindow(new RegisterSettings.WindowSize(1024, 768))
                        .withServer(URI.create("http://127.0.0.1:" + ServerProcess.freePort()))
                        .withDevices(
                                DeviceUris.NONE.with(DeviceKind.SCANNER, "serial:" + line.near() + "?baud=115200"));
                measure(BenchShop.make(directory, items, settings), settings, scanner);
            }
            return CommandLine.ExitCode.OK;
        } catch (IOException | JournalException | DemoFailedException | AWTException e) {
            tell(String.valueOf(e.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void measure(BenchShop shop, RegisterSettings settings, ScannerSimulator scanner)
            throws IOException, JournalException, InterruptedException, DemoFailedException, AWTException {
        try (RegisterMain register = RegisterMain.open(shop.home(), settings)) {
            SaleSession sale = register.parts().sale();
            PaintWatch watch = new PaintWatch(() -> sale.lines().size());
            SwingUtilities.invokeLater(() -> RepaintManager.setCurrentManager(watch));
            register.show();
            register.connect();
            BenchSignOn.signOn(sale, shop.pin());
            tell("Scanning ...");
            Random random = new Random(42);
            Timings timings = new Timings();
            for (int i = 0; i < warmUp + scans; i++) {
                if (i % LINES_A_SALE == 0) {
                    beginSale(sale);
                }
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
                String code = shop.barcode(random.nextInt(items / 2) * 2 + i % 2);
                // From before the first byte, not after the last: what the simulator takes to write counts against us.
                long begun = System.nanoTime();
                scanner.scan(code);
                Duration took = Duration.ofNanos(watch.await(i % LINES_A_SALE + 1, PATIENCE_SECONDS) - begun);
                if (i >= warmUp) {
                    timings.add(took);
                }
            }
            spec.commandLine()
                    .getOut()
                    .println("Scan to painted line, " + items + " items: " + timings.inMillis() + " scans.");
            spec.commandLine().getOut().flush();
        }
    }

    private static void beginSale(SaleSession sale) throws InterruptedException, DemoFailedException {
        try {
            SwingUtilities.invokeAndWait(() -> {
                if (!sale.isEmpty()) {
                    sale.voidSale(sale.operator().orElseThrow());
                }
            });
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw new DemoFailedException(String.valueOf(e.getCause()));
        }
    }

    private void tell(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
