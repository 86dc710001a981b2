package org.tillwright.system.fuzz;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks for a cart that breaks a law. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = "Hold random cases against the laws: pricing.",
        subcommands = {PricingFuzz.class})
public final class FuzzCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
