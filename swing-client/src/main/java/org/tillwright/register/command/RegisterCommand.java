package org.tillwright.register.command;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.RegisterMain;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.SettingsException;
import org.tillwright.register.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a register with its window, and ends when a person closes it. */
@Command(name = "register", mixinStandardHelpOptions = true, description = "Start a register window.")
public final class RegisterCommand implements Callable<Integer> {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "directory of this register's settings, journal and keys (~/.tillwright/register)")
    private @Nullable Path home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (GraphicsEnvironment.isHeadless()) {
            err.println("There is no display for the register's window. Start it on a desktop, or under xvfb-run.");
            return CommandLine.ExitCode.USAGE;
        }
        RegisterHome place = home == null ? RegisterHome.ofUser() : RegisterHome.at(home);
        RegisterSettings settings;
        try {
            settings = RegisterSettings.read(place);
        } catch (SettingsException e) {
            err.println("The register's settings in " + place.settings() + " cannot be used:");
            e.faults().forEach(fault -> err.println("  " + fault));
            return CommandLine.ExitCode.USAGE;
        } catch (IOException e) {
            err.println("The register's settings in " + place.settings() + " cannot be read: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        return run(place, settings, err);
    }

    private static int run(RegisterHome place, RegisterSettings settings, PrintWriter err) throws InterruptedException {
        try {
            ProgramLogs.keepIn(place.logs());
        } catch (IOException e) {
            err.println("The log cannot be kept in " + place.logs() + ": " + e.getMessage());
        }
        try (RegisterMain register = RegisterMain.open(place, settings)) {
            register.show();
            register.connect();
            register.awaitClosed();
            return CommandLine.ExitCode.OK;
        } catch (JournalException e) {
            err.println(Texts.of(settings.language()).text(e.notice()));
            return CommandLine.ExitCode.SOFTWARE;
        } catch (IOException e) {
            err.println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
