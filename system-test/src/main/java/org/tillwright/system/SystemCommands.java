package org.tillwright.system;

import org.tillwright.register.command.ProgramLogs;
import org.tillwright.system.devices.FaultsCommand;
import org.tillwright.system.fuzz.FuzzCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that need the whole product at once. */
@Command(
        name = "tillwright-system",
        mixinStandardHelpOptions = true,
        description = "Demo, benchmarks, fuzz, faults and packages of the whole product.",
        subcommands = {
            DemoCommand.class,
            BenchCommand.class,
            FuzzCommand.class,
            FaultsCommand.class,
            PackageCommand.class
        })
public final class SystemCommands implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] arguments) {
        ProgramLogs.begin();
        // Drivers and windows may still have threads: the program ends here all the same.
        System.exit(new CommandLine(new SystemCommands()).execute(arguments));
    }
}
