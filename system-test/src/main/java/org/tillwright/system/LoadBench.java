package org.tillwright.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.tillwright.register.server.HttpClients;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.wire.FirstStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many tills at one server of this machine, each with a sale now and then, for the sizing table; ends by itself. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description =
                "Many tills at one server on this machine: how long a sale takes to be booked, memory and processor.")
final class LoadBench implements Callable<Integer> {

    private static final int MOST_TILLS = 50;
    private static final int MOST_SECONDS = 600;

    @Option(names = "--tills", defaultValue = "5", description = "Tills, 1 to 50 (${DEFAULT-VALUE}).")
    private int tills;

    @Option(names = "--seconds", defaultValue = "60", description = "How long, at most 600 (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--sales-per-minute",
            defaultValue = "4",
            description = "Sales of five lines of each till; 0 means without a pause (${DEFAULT-VALUE}).")
    private int salesPerMinute;

    @Spec
    private CommandSpec spec;

    private final Timings timings = new Timings();
    private final AtomicInteger refused = new AtomicInteger();

    @Override
    public Integer call() throws InterruptedException {
        if (tills < 1 || tills > MOST_TILLS || seconds < 1 || seconds > MOST_SECONDS || salesPerMinute < 0) {
            say("Give 1 to " + MOST_TILLS + " tills, 1 to " + MOST_SECONDS + " seconds and 0 sales or more.");
            return CommandLine.ExitCode.USAGE;
        }
        Path directory = ProjectPlace.home().resolve("bench/load");
        try {
            delete(directory);
            Map<String, String> store = Map.of(
                    "TILLWRIGHT_STORE_NAME", "Load",
                    "TILLWRIGHT_STORE_COUNTRY", "DE",
                    "TILLWRIGHT_CURRENCY", "EUR",
                    "TILLWRIGHT_TAX_RATES", "REDUCED:R:7",
                    "TILLWRIGHT_STORE_WORKSTATIONS", Integer.toString(tills));
            try (ServerProcess server = ServerProcess.start(ProjectPlace.root(), directory.resolve("server"), store)) {
                measure(server, directory);
            }
            delete(directory);
            return CommandLine.ExitCode.OK;
        } catch (IOException | DemoFailedException e) {
            say(String.valueOf(e.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void measure(ServerProcess server, Path directory)
            throws IOException, DemoFailedException, InterruptedException {
        ExecutorService background = Executors.newCachedThreadPool();
        try (var clients = new HttpClients(background, null)) {
            List<LoadTill> all = new ArrayList<>();
            for (FirstStart.Code code : server.firstStart().codes().subList(0, tills)) {
                Path home = Files.createDirectories(directory.resolve(code.workstationId()));
                all.add(LoadTill.enrolled(server.address(), code, new RegisterHome(home), clients));
            }
            ProcessHandle program = ProcessHandle.of(server.pid()).orElseThrow();
            long processorBefore = Footprint.processorMillis(program);
            long begun = System.nanoTime();
            sell(all, begun + TimeUnit.SECONDS.toNanos(seconds));
            long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            long processor = Footprint.processorMillis(program) - processorBefore;
            say(tills + " tills, " + (salesPerMinute == 0 ? "without a pause" : salesPerMinute + " sales a minute each")
                    + ", " + seconds + " s: sale booked in " + timings.inMillis() + "; " + refused.get()
                    + " to be sent again; " + perSecond(millis) + " sales/s; processor "
                    + 100 * processor / millis + " % of one core; " + Footprint.residentKb(program) / 1024
                    + " MB resident, database and starter included.");
        } finally {
            background.shutdownNow();
        }
    }

    private String perSecond(long millis) {
        long tenths = timings.count() * 10_000L / millis;
        return tenths / 10 + "." + tenths % 10;
    }

    /** Each till begins at another moment of its interval, as cashiers do. */
    private void sell(List<LoadTill> all, long deadline) throws InterruptedException {
        long pauseNanos = salesPerMinute == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / salesPerMinute;
        long started = 0;
        ExecutorService cashiers = Executors.newFixedThreadPool(all.size());
        for (LoadTill till : all) {
            long first = System.nanoTime() + pauseNanos * started++ / all.size();
            cashiers.execute(() -> sellUntil(till, first, pauseNanos, deadline));
        }
        cashiers.shutdown();
        cashiers.awaitTermination(seconds + 60L, TimeUnit.SECONDS);
    }

    private void sellUntil(LoadTill till, long first, long pauseNanos, long deadline) {
        for (long next = first; next < deadline; next += Math.max(pauseNanos, 1)) {
            while (pauseNanos > 0 && System.nanoTime() < next) {
                java.util.concurrent.locks.LockSupport.parkNanos(next - System.nanoTime());
            }
            if (System.nanoTime() >= deadline) {
                return;
            }
            till.sell().ifPresentOrElse(this::note, refused::incrementAndGet);
        }
    }

    private synchronized void note(Duration took) {
        timings.add(took);
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
