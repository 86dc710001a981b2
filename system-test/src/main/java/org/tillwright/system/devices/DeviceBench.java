package org.tillwright.system.devices;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.RegisterPlatform;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.text.Texts;
import org.tillwright.simulator.ScannerSimulator;
import org.tillwright.system.FaultShop;
import org.tillwright.system.MeasuredTimes;
import org.tillwright.system.ProjectPlace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the device host costs a sale, and how fast it is back. On serial lines, without a window. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "Tender to first receipt byte, restart of the device host, a scan beside a receipt of 40 lines.")
public final class DeviceBench implements Callable<Integer> {

    private static final int ITEMS = 1_000;
    private static final int LINES = 40;
    private static final int WARM_UP = 20;
    private static final long PATIENCE_SECONDS = 30;
    /** Long enough that a scan comes while it is printed, on a busy machine too. */
    private static final Duration SLOW_PAPER = Duration.ofMillis(250);
    /** A host is started this often without a pause, however many die; a restart itself takes some of it. */
    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(2);

    private static final Duration FIRST_BYTE_WANTED = Duration.ofMillis(50);
    private static final Duration RESTART_WANTED = Duration.ofSeconds(3);
    private static final int MOST_ROUNDS = 10_000;
    private static final int MOST_RESTARTS = 100;

    private static final String FEW_LINES = "tender to first receipt byte, 3 lines";
    private static final String MANY_LINES = "tender to first receipt byte, 40 lines";
    private static final String SCAN_ALONE = "scan to the event thread, nothing printing";
    private static final String SCAN_BESIDE = "scan to the event thread, 40 lines printing";

    @Option(names = "--rounds", defaultValue = "200", description = "Receipts and scans (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--restarts", defaultValue = "10", description = "Hosts to kill, and to stop (${DEFAULT-VALUE}).")
    private int restarts;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Path place;
    private final Random random = new Random(7);
    private final AtomicReference<@Nullable CompletableFuture<Heard>> awaitedScan = new AtomicReference<>();

    /** The bench as people start it. */
    public DeviceBench() {
        this(ProjectPlace.home().resolve("bench"));
    }

    /** @param place for the till and the lines */
    DeviceBench(Path place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException {
        requireBetween("--rounds", rounds, MOST_ROUNDS);
        requireBetween("--restarts", restarts, MOST_RESTARTS);
        Path home = place.resolve("devices");
        ExecutorService eventThread = Executors.newSingleThreadExecutor();
        try {
            Path lines = Files.createDirectories(place.resolve("lines"));
            try (BenchPrinter printer = new BenchPrinter();
                    ScannerSimulator scanner = ScannerSimulator.open("tcp:0", null);
                    PtyCable printerLine = new PtyCable(lines, "printer", printer.port());
                    PtyCable scannerLine = new PtyCable(lines, "scanner", scanner.tcpPort())) {
                RegisterSettings settings = RegisterSettings.DEFAULT
                        .withServer(URI.create("http://127.0.0.1:9"))
                        .withDevices(DeviceUris.NONE
                                .with(DeviceKind.PRINTER, "escpos+serial:" + printerLine.near() + "?baud=115200")
                                .with(DeviceKind.SCANNER, "serial:" + scannerLine.near() + "?baud=115200"));
                FaultShop shop = FaultShop.make(home, ITEMS, settings);
                try (RegisterParts register =
                        RegisterParts.open(shop.home(), settings, RegisterPlatform.real(eventThread), failure -> {})) {
                    return print(measure(new Till(register, eventThread, shop, printer, scanner)));
                }
            }
        } catch (IOException | JournalException | ExecutionException | TimeoutException e) {
            tell("The bench could not be run: " + e);
            return CommandLine.ExitCode.SOFTWARE;
        } finally {
            eventThread.shutdownNow();
        }
    }

    /** What is measured at. */
    private record Till(
            RegisterParts register,
            ExecutorService eventThread,
            FaultShop shop,
            BenchPrinter printer,
            ScannerSimulator scanner) {

        <T> T key(Supplier<T> key) throws ExecutionException, TimeoutException, InterruptedException {
            return CompletableFuture.supplyAsync(key, eventThread).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        /** Waits until the printer's lane has nothing left to do. */
        void quiet() throws ExecutionException, TimeoutException, InterruptedException {
            register.devices()
                    .printer()
                    .orElseThrow()
                    .ask(printer -> printer.columns())
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void requireBetween(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), option + "=" + value + "; use a number from 1 to " + most);
        }
    }

    private Map<String, MeasuredTimes> measure(Till till)
            throws ExecutionException, TimeoutException, InterruptedException, IOException {
        till.key(() -> {
            till.register().sale().signedOn(till.shop().operator(till.register()), Texts.of("en"));
            return true;
        });
        till.register().devices().listenToScanner(code -> till.eventThread().execute(() -> scanned(till, code)));
        Map<String, MeasuredTimes> figures = new LinkedHashMap<>();
        tell("Tender to the first byte of the receipt ...");
        figures.put(FEW_LINES, tenders(till, 3));
        figures.put(MANY_LINES, tenders(till, LINES));
        tell("Scans, alone and beside a receipt of 40 lines ...");
        figures.put(SCAN_ALONE, scans(till, false));
        figures.put(SCAN_BESIDE, scans(till, true));
        tell("Killing and stopping the device host ...");
        Restarts killed = hosts(till, "KILL");
        figures.put("device host killed, until it is back", killed.back());
        figures.put("device host killed, until a receipt's first byte", killed.served());
        Restarts stopped = hosts(till, "STOP");
        figures.put("device host stopped, until it is back", stopped.back());
        figures.put("device host stopped, until a receipt's first byte", stopped.served());
        return figures;
    }

    /** So many rounds before those that count. */
    private int warmUp() {
        return Math.min(WARM_UP, rounds);
    }

    private MeasuredTimes tenders(Till till, int lines)
            throws ExecutionException, TimeoutException, InterruptedException {
        var times = new MeasuredTimes();
        for (int i = -warmUp(); i < rounds; i++) {
            ring(till, lines);
            till.printer().forget();
            long begun = System.nanoTime();
            pay(till);
            long first = firstByte(till);
            if (i >= 0) {
                times.add(Duration.ofNanos(first - begun));
            }
            till.quiet();
        }
        return times;
    }

    private static long firstByte(Till till) throws InterruptedException, TimeoutException {
        return till.printer()
                .firstByte(PATIENCE_SECONDS)
                .orElseThrow(() -> new TimeoutException("no receipt came to the printer"));
    }

    private void ring(Till till, int lines) throws ExecutionException, TimeoutException, InterruptedException {
        for (int line = 0; line < lines; line++) {
            String code = till.shop().barcode(line * 7);
            till.key(() -> till.register().sale().add(code));
        }
    }

    private static void pay(Till till) throws ExecutionException, TimeoutException, InterruptedException {
        till.key(() -> {
            till.register().sale().payCash(till.register().sale().cashDue());
            return till.register().sale().finish();
        });
    }

    private void scanned(Till till, String code) {
        CompletableFuture<Heard> awaited = awaitedScan.getAndSet(null);
        till.register().sale().add(code);
        if (awaited != null) {
            awaited.complete(new Heard(System.nanoTime(), till.printer().isPrinting()));
        }
    }

    /** A code that became a line of the sale. */
    private record Heard(long nanos, boolean isBesideReceipt) {}

    /** Beside a receipt only those scans count that were lines of the next sale before the receipt was printed. */
    private MeasuredTimes scans(Till till, boolean besidePrinting)
            throws ExecutionException, TimeoutException, InterruptedException, IOException {
        var times = new MeasuredTimes();
        for (int i = -warmUp(); i < rounds; i++) {
            if (besidePrinting) {
                ring(till, LINES);
                till.printer().takes(SLOW_PAPER);
                till.printer().forget();
                pay(till); // returns while the receipt is still being printed
                firstByte(till);
            } else {
                // The serial library rests after each event, so only scans after like pauses can be compared.
                TimeUnit.MILLISECONDS.sleep(SLOW_PAPER.toMillis());
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
            var awaited = new CompletableFuture<Heard>();
            awaitedScan.set(awaited);
            long begun = System.nanoTime();
            till.scanner().scan(till.shop().barcode(i + WARM_UP));
            Heard heard = awaited.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (i >= 0 && heard.isBesideReceipt() == besidePrinting) {
                times.add(Duration.ofNanos(heard.nanos() - begun));
            }
            till.quiet();
            till.printer().takes(Duration.ZERO);
            pay(till);
            till.quiet();
        }
        return times;
    }

    /**
     * From a signal to the device host.
     *
     * @param back until another host serves
     * @param served until the printer has the first byte of a receipt that was paid right after the signal
     */
    private record Restarts(MeasuredTimes back, MeasuredTimes served) {}

    private Restarts hosts(Till till, String signal)
            throws IOException, InterruptedException, TimeoutException, ExecutionException {
        var times = new Restarts(new MeasuredTimes(), new MeasuredTimes());
        for (int i = 0; i < restarts; i++) {
            ring(till, 3);
            TimeUnit.MILLISECONDS.sleep(BETWEEN_RESTARTS.toMillis());
            long before = awaitHost(till, 0);
            till.printer().forget();
            long begun = System.nanoTime();
            Signals.send(signal, before);
            pay(till);
            awaitHost(till, before);
            times.back().add(Duration.ofNanos(System.nanoTime() - begun));
            times.served().add(Duration.ofNanos(firstByte(till) - begun));
            till.quiet();
        }
        return times;
    }

    private static long awaitHost(Till till, long before) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        long pid = till.register().devices().host().health().pid();
        while ((pid == 0 || pid == before) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(1);
            pid = till.register().devices().host().health().pid();
        }
        if (pid == 0 || pid == before) {
            throw new TimeoutException("the device host did not come back");
        }
        return pid;
    }

    /** Returns the exit code: a bench of which a part measured nothing has failed. */
    private int print(Map<String, MeasuredTimes> figures) {
        List<String> empty = figures.entrySet().stream()
                .filter(figure -> figure.getValue().count() == 0)
                .map(Map.Entry::getKey)
                .toList();
        if (!empty.isEmpty()) {
            tell("Nothing was measured of: " + String.join("; ", empty));
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (json) {
            List<String> lines = figures.entrySet().stream()
                    .map(figure -> figure.getValue().json(figure.getKey()))
                    .toList();
            say("{\"figures\":[" + String.join(",", lines) + "]}");
        } else {
            figures.forEach((name, times) -> say("  " + name + ": " + times.words() + wanted(name, times)));
            say(String.format(
                    Locale.ROOT,
                    "  a scan beside a receipt of 40 lines takes %.2f times as long as alone (medians)",
                    ratio(figures, SCAN_BESIDE, SCAN_ALONE)));
        }
        return CommandLine.ExitCode.OK;
    }

    private static double ratio(Map<String, MeasuredTimes> figures, String one, String other) {
        return (double) requireNonNull(figures.get(one)).median().toNanos()
                / Math.max(1, requireNonNull(figures.get(other)).median().toNanos());
    }

    /** What was aimed at, and whether this run reached it. */
    private static String wanted(String name, MeasuredTimes times) {
        if (name.startsWith("tender")) {
            return verdict("p99 under " + FIRST_BYTE_WANTED.toMillis() + " ms", times.p99(), FIRST_BYTE_WANTED);
        }
        return name.startsWith("device host")
                ? verdict("each under " + RESTART_WANTED.toSeconds() + " s", times.longest(), RESTART_WANTED)
                : "";
    }

    private static String verdict(String what, Duration measured, Duration limit) {
        return " (wanted: " + what + (measured.compareTo(limit) < 0 ? ")" : "; MISSED)");
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void tell(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
