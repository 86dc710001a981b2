package org.tillwright.boot;

import java.io.PrintWriter;
import org.tillwright.boot.backup.BackupException;
import org.tillwright.boot.command.DbCommand;
import org.tillwright.boot.command.PayoutCommand;
import org.tillwright.boot.command.ReportCommand;
import org.tillwright.boot.command.RulesCommand;
import org.tillwright.boot.command.ServeCommand;
import org.tillwright.boot.command.SettingsCommand;
import org.tillwright.boot.command.SupportBundleCommand;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.platform.Version;
import org.tillwright.boot.settings.UnusableSettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The server's program. Its commands end with 0, with 1 when something kept them from their work, or with 2 when asked wrongly. */
@Command(
        name = "tillwright-server",
        mixinStandardHelpOptions = true,
        version = "Tillwright " + Version.TEXT,
        description = "Runs the store server or its database.",
        subcommands = {
            ServeCommand.class,
            DbCommand.class,
            ReportCommand.class,
            PayoutCommand.class,
            RulesCommand.class,
            SettingsCommand.class,
            SupportBundleCommand.class
        })
public final class Main {

    private static final int FAILED = 1;
    private static final int ASKED_WRONGLY = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((trouble, command, result) -> {
            PrintWriter out = command.getErr();
            if (trouble instanceof UnusableSettingsException unusable) {
                out.println("These settings cannot be used:");
                unusable.faults().forEach(fault -> out.println("  " + fault));
                return ASKED_WRONGLY;
            } else if (trouble instanceof BackupException backup) {
                backup.faults().forEach(out::println);
                return FAILED;
            } else if (trouble instanceof StartException) {
                out.println(trouble.getMessage());
                return FAILED;
            }
            throw trouble; // a bug: its trace is what we need
        });
    }
}
