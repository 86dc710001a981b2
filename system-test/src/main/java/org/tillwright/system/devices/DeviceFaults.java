package org.tillwright.system.devices;

import jakarta.json.Json;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.JournalException;
import org.tillwright.system.ProjectPlace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rounds of broken devices at registers that go on selling; exit code 1 when a law is broken or too little happened. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = {
            "Pull cables, deafen and garble devices, kill and stop the device host, and cut the card terminal",
            "while registers sell. No till may freeze, no sale, approval or receipt may be lost, no card charged twice."
        })
final class DeviceFaults implements Callable<Integer> {

    /** A share of the rounds that each kind of fault must really have hit something in. */
    private static final int LEAST_PER_MILLE = 80;

    /** From so many rounds on, the terminal must have been cut at each step of its protocol. */
    private static final int ENOUGH_FOR_EVERY_STEP = 900;

    private static final long PROGRESS_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

    @Option(names = "--rounds", defaultValue = "100", description = "Faults, one after the other (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seed",
            description =
                    "The same seed throws the same faults, if not at the same microsecond; without it, a new one.")
    private @Nullable Long seed;

    @Option(
            names = "--counters",
            description = "Registers that share the rounds, at the same time (2, and with a window 1).")
    private @Nullable Integer wanted;

    @Option(
            names = "--window",
            description = "One register with its real window and Swing's event thread; needs a screen.")
    private boolean window;

    @Option(names = "--plant", description = "Puts a bug in, which the run has to find: ${COMPLETION-CANDIDATES}.")
    private @Nullable Plant plant;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final AtomicInteger done = new AtomicInteger();
    private long lastTold = System.nanoTime();
    private int toldViolations;
    private int counters;

    @Override
    public Integer call() throws InterruptedException {
        counters = wanted == null ? (window ? 1 : 2) : wanted;
        if (rounds < 1 || counters < 1 || counters > 16) {
            tell("Give one round at least, and 1 to 16 counters.");
            return CommandLine.ExitCode.USAGE;
        }
        if (window && (counters > 1 || GraphicsEnvironment.isHeadless())) {
            tell("With --window give one counter, on a machine that has a screen (DISPLAY).");
            return CommandLine.ExitCode.USAGE;
        }
        long chosen = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        tell("Seed " + chosen + ", " + rounds + " rounds at " + counters + " counters"
                + (window ? ", in its window" : ""));
        var tally = new FaultTally();
        long begun = System.nanoTime();
        try {
            play(chosen, tally);
        } catch (ExecutionException e) {
            tally.violated("the run itself broke: " + e.getCause());
        }
        lookForMinimum(tally);
        print(chosen, tally, Duration.ofNanos(System.nanoTime() - begun));
        return tally.violations().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void play(long chosen, FaultTally tally) throws InterruptedException, ExecutionException {
        Path home = ProjectPlace.home().resolve("faults");
        List<FaultKind> all = DeviceFaultRun.shuffled(rounds, new Random(chosen));
        ExecutorService tills = Executors.newFixedThreadPool(counters);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < counters; i++) {
                List<FaultKind> share = new ArrayList<>();
                for (int round = i; round < all.size(); round += counters) {
                    share.add(all.get(round));
                }
                Path directory = home.resolve("till-" + i);
                var run = new DeviceFaultRun(directory, home.resolve("lines"), tally, plant, round -> progress(tally));
                if (window) {
                    run.inWindow();
                }
                long own = chosen + i;
                running.add(tills.submit(() -> play(run, share, own, directory)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            tills.shutdownNow();
        }
    }

    private static @Nullable Void play(DeviceFaultRun run, List<FaultKind> share, long seed, Path directory)
            throws IOException, JournalException, InterruptedException {
        run.play(share, seed);
        DeviceFaultRun.tidy(directory);
        return null;
    }

    private synchronized void progress(FaultTally tally) {
        int rounded = done.incrementAndGet();
        List<String> broken = tally.violations();
        broken.subList(toldViolations, broken.size()).forEach(law -> tell("BROKEN: " + law));
        toldViolations = broken.size();
        if (System.nanoTime() - lastTold > PROGRESS_EVERY_NANOS) {
            lastTold = System.nanoTime();
            tell(rounded + " of " + rounds + " rounds, " + tally.of("sales") + " sales, "
                    + tally.violations().size() + " laws broken");
        }
    }

    /** A run in which nothing broke has proven nothing. */
    private void lookForMinimum(FaultTally tally) {
        int least = Math.max(1, rounds * LEAST_PER_MILLE / 1000);
        for (FaultKind kind : FaultKind.values()) {
            if (rounds >= FaultKind.values().length * 2 && tally.of(kind) < least) {
                tally.violated("too little happened: " + kind.words() + " only " + tally.of(kind)
                        + " times, and it takes " + least);
            }
        }
        for (int message = 0; message < Fault.SURE_MESSAGES; message++) {
            if (rounds >= ENOUGH_FOR_EVERY_STEP && !tally.cuts().containsKey(message)) {
                tally.violated("too little happened: the terminal was never cut before message " + message);
            }
        }
        if (tally.of("sales") < rounds) {
            tally.violated("too little happened: " + tally.of("sales") + " sales in " + rounds + " rounds");
        }
    }

    private void print(long chosen, FaultTally tally, Duration took) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("seed", chosen);
        all.put("rounds", done.get());
        all.put("counters", counters);
        all.put("seconds", took.toSeconds());
        all.putAll(tally.report());
        if (json) {
            all.put("violations", tally.violations());
            say(Json.createObjectBuilder(all).build().toString());
            return;
        }
        all.forEach((name, value) -> say(String.format(Locale.ROOT, "  %-56s %10s", name, value)));
        tally.violations().forEach(law -> say("BROKEN: " + law));
        say(
                tally.violations().isEmpty()
                        ? "No law was broken in " + done.get() + " rounds."
                        : "To throw the same faults again: ./pos faults devices --rounds " + rounds + " --counters "
                                + counters + " --seed " + chosen + (window ? " --window" : ""));
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
