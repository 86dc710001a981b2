package org.tillwright.system.jmh;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long one core takes to price a cart and to read a code, and the slowest cart that a search finds. */
@Command(
        name = "pricing",
        mixinStandardHelpOptions = true,
        description = "Price 50 lines with 200 promotions, read a GS1 code, look for a slow cart; by JMH.")
public final class PricingBench implements Callable<Integer> {

    private static final double MEDIAN = 50;
    private static final double P99 = 99;

    @Option(names = "--forks", defaultValue = "2", description = "Fresh Java machines for each (${DEFAULT-VALUE}).")
    private int forks;

    @Option(names = "--warm-up", defaultValue = "3", description = "Seconds of warm-up in each (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "5", description = "Seconds measured in each (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--search",
            defaultValue = "30",
            description = "Seconds of search for a slow cart; 0 for none (${DEFAULT-VALUE}).")
    private int search;

    @Option(names = "--seed", defaultValue = "1", description = "Of the search (${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (forks < 1 || warmUp < 1 || seconds < 1 || search < 0) {
            say("Give 1 fork, 1 second of warm-up and 1 second of measuring at least.");
            return CommandLine.ExitCode.USAGE;
        }
        try {
            Collection<RunResult> results = measured();
            say("%-62s %12s %12s %12s".formatted("one core, microseconds", "median", "p99", "longest"));
            results.forEach(this::sayResult);
            if (search > 0) {
                new SlowCarts(seed, search, this::tell).find().forEach(this::say);
            }
            return CommandLine.ExitCode.OK;
        } catch (RunnerException e) {
            tell("The benchmark could not be run: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private Collection<RunResult> measured() throws RunnerException {
        tell("Measuring, %d forks of %d s each ...".formatted(forks, warmUp + seconds));
        return new Runner(new OptionsBuilder()
                        .include(PricingBench.class.getPackageName() + "\\..*Benchmark")
                        .mode(Mode.SampleTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(forks)
                        .threads(1)
                        .jvmArgsAppend("-XX:ActiveProcessorCount=1")
                        .warmupIterations(warmUp)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    private void sayResult(RunResult result) {
        Statistics times = result.getPrimaryResult().getStatistics();
        String method = result.getParams().getBenchmark();
        say("%-62s %12s %12s %12s"
                .formatted(
                        spoken(method.substring(method.lastIndexOf('.') + 1)),
                        micros(times.getPercentile(MEDIAN)),
                        micros(times.getPercentile(P99)),
                        micros(times.getMax())));
    }

    /** Benchmarks are named as sentences: {@code fiftyLinesTaxOnly} is told as "fifty lines tax only". */
    private static String spoken(String method) {
        return method.replaceAll("([a-z])([A-Z0-9])", "$1 $2")
                .replaceAll("([0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }

    private static String micros(double micros) {
        return String.format(Locale.ROOT, "%.1f", micros);
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
