package org.tillwright.system.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.tillwright.core.money.Currency;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.system.ProjectPlace;
import org.tillwright.system.sample.SampleException;
import org.tillwright.system.sample.ServerSample;
import org.tillwright.system.thrown.PricingCase;
import org.tillwright.system.thrown.RandomCarts;
import org.tillwright.system.thrown.RandomSamples;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Random carts against the laws and the reference; what breaks one is shrunk, printed, and makes the exit code 1. */
@Command(
        name = "pricing",
        mixinStandardHelpOptions = true,
        description = {
            "Random carts, prices, taxes, promotions and returns against the laws of docs/money.md,",
            "against a slow reference, and a sample of them against a real server."
        })
final class PricingFuzz implements Callable<Integer> {

    /** So many carts meet everything that a run must meet; a shorter one need not. */
    private static final long ENOUGH_TO_MEET_ALL = 20_000;

    private static final long CARTS_FOR_A_SALE = 1_000;

    /** Sales; the server takes some dozens a second. */
    private static final long MOST_OF_A_SAMPLE = 1_000;

    private static final int MOST_FAULTS_TOLD = 10;

    private static final long PROGRESS_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    @Option(names = "--carts", defaultValue = "100000", description = "How many (${DEFAULT-VALUE}).")
    private long carts;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed throws the same carts (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--first", defaultValue = "0", description = "Number of the first cart, to throw one again.")
    private long first;

    @Option(
            names = "--combinations",
            defaultValue = "3000",
            description =
                    "Combinations of promotions that the reference tries for one cart at most, 0 for none (${DEFAULT-VALUE}).")
    private long combinations;

    @Option(
            names = "--server-sample",
            paramLabel = "SALES",
            defaultValue = "-1",
            description =
                    "Sales, and their returns, that are posted to a real server with its own database; 0 for none."
                            + " Without it one for each 1,000 carts, at most 1,000.")
    private int serverSample;

    @Option(names = "--threads", defaultValue = "0", description = "Threads; 0 for one on each core.")
    private int threads;

    @Option(
            names = "--without",
            paramLabel = "LAW",
            description =
                    "Beginning of the name of a law not to ask, while it is known to be broken; again for others.")
    private List<String> without = List.of();

    @Spec
    private CommandSpec spec;

    private long lastTold;

    @Override
    public Integer call() throws InterruptedException {
        if (carts < 1 || first < 0 || combinations < 0 || threads < 0 || serverSample < -1) {
            tell("Give one cart at least, and no negative numbers.");
            return CommandLine.ExitCode.USAGE;
        }
        PricingLaws laws = new PricingLaws(PricingEngine::price, new ReferenceLaws(combinations), without);
        FuzzRun<PricingCase> run = new FuzzRun<>(RandomCarts::thrown, laws, Simpler::than, seed, first, carts);
        int cores = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        FuzzRun.Outcome<PricingCase> outcome = run.on(cores, this::progress);
        say("seed " + seed + ", carts " + first + " to " + (first + outcome.cases() - 1) + ", " + cores + " threads");
        say(outcome.met().table());
        say(rate(outcome));
        FuzzRun.Found<PricingCase> found = outcome.found();
        if (found != null) {
            sayFound(found);
            return CommandLine.ExitCode.SOFTWARE;
        }
        int all = sayWhetherAllWasMet(outcome);
        return all == CommandLine.ExitCode.OK ? sellAtAServer() : all;
    }

    private int sellAtAServer() throws InterruptedException {
        int sales = serverSample < 0 ? (int) Math.min(MOST_OF_A_SAMPLE, carts / CARTS_FOR_A_SALE) : serverSample;
        if (sales == 0) {
            return CommandLine.ExitCode.OK;
        }
        Currency currency = RandomSamples.currencyOf(seed);
        Path directory = ProjectPlace.home().resolve("fuzz");
        ProjectPlace.deleteTree(directory);
        try {
            tell("Starting a server that counts in " + currency.code() + " for a sample of " + sales + " sales");
            ServerSample.Outcome outcome = ServerSample.run(
                    ProjectPlace.root(), directory, currency, new RandomSamples(seed, currency)::thrown, sales);
            ProjectPlace.deleteTree(directory);
            Counts counts = new Counts();
            outcome.counts().forEach(counts::add);
            say("Sold at a real server, in " + currency.code() + ":");
            say(counts.table());
            outcome.faults().stream().limit(MOST_FAULTS_TOLD).forEach(this::say);
            say(
                    outcome.faults().isEmpty()
                            ? "Register = server: every sale and every return came to the same cents."
                            : outcome.faults().size() + " differences between register and server.");
            return outcome.faults().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (IOException | SampleException e) {
            say("The sample could not be sold: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int sayWhetherAllWasMet(FuzzRun.Outcome<PricingCase> outcome) {
        List<String> missing = Occurrences.EXPECTED.stream()
                .filter(name -> outcome.met().of(name) == 0)
                .toList();
        if (outcome.cases() >= ENOUGH_TO_MEET_ALL && !missing.isEmpty()) {
            say("No law was broken, but this never occurred: " + String.join(", ", missing));
            return CommandLine.ExitCode.SOFTWARE;
        }
        without.forEach(law -> say("Not asked: " + law));
        say("No law was broken: 0 differences in " + outcome.cases() + " carts.");
        return CommandLine.ExitCode.OK;
    }

    private void sayFound(FuzzRun.Found<PricingCase> found) {
        say("Cart " + found.index() + " breaks the law \"" + found.violation().law() + "\":");
        say("  " + found.violation().told());
        say("Shrunk in " + found.tries() + " tries to:");
        say("As a file for ./pos price:");
        say(CounterExample.text(found.shrunk()));
        say("To throw it again: ./pos fuzz pricing --seed " + seed + " --first " + found.index() + " --carts 1");
    }

    private static String rate(FuzzRun.Outcome<PricingCase> outcome) {
        Duration took = outcome.took();
        long millis = Math.max(1, took.toMillis());
        return String.format(
                Locale.ROOT,
                "%,d carts in %,d s, %,d a second",
                outcome.cases(),
                millis / 1000,
                outcome.cases() * 1000 / millis);
    }

    private synchronized void progress(long done) {
        long now = System.nanoTime();
        if (now - lastTold > PROGRESS_EVERY_NANOS) {
            lastTold = now;
            tell(String.format(Locale.ROOT, "%,d of %,d carts", done, carts));
        }
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
