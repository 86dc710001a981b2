package org.tillwright.system;

import org.tillwright.system.devices.DeviceBench;
import org.tillwright.system.jmh.PricingBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures what people wait for. Prints medians and percentiles; decides nothing. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure: register, scan, devices, start, load, console-first, pricing.",
        subcommands = {
            RegisterBench.class,
            ScanBench.class,
            DeviceBench.class,
            StartBench.class,
            LoadBench.class,
            ConsoleFirstBench.class,
            PricingBench.class
        })
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
