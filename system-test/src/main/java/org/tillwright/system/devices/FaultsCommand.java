package org.tillwright.system.devices;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Breaks something on purpose, again and again, while the product works. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "Break things while registers sell: devices.",
        subcommands = {DeviceFaults.class})
public final class FaultsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
