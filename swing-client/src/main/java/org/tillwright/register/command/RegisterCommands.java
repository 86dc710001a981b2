package org.tillwright.register.command;

import org.tillwright.register.ProgramVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The register program's commands; alone it lists them. */
@Command(
        name = "tillwright-register",
        mixinStandardHelpOptions = true,
        description = "A Tillwright register.",
        version = {
            "Tillwright register " + ProgramVersion.TEXT,
            "Java ${java.version} (${java.vendor}), ${os.name} ${os.version} ${os.arch}"
        },
        subcommands = {
            RegisterCommand.class,
            BarcodesCommand.class,
            CheckCommand.class,
            DevicesCommand.class,
            JournalCommand.class,
            LabelsCommand.class,
            PagesCommand.class,
            PriceCommand.class,
            ReplayCommand.class,
            ScanCommand.class,
            ScreensCommand.class,
            SimulateCommand.class
        })
public final class RegisterCommands implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The whole command line of the register program. */
    public static CommandLine commandLine() {
        return new CommandLine(new RegisterCommands());
    }
}
