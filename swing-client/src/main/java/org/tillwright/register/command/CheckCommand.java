package org.tillwright.register.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.RegisterPlatform;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.jpos.JposCheck;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.server.ProblemNotices;
import org.tillwright.register.server.Reply;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.SettingsException;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says without a window whether a register could work here, for whoever sets up many. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Say whether a register can work here: settings, disk, keys, journal, server. Opens no window.",
            "Exit code 0 when all is well, 1 when the server cannot be reached, 2 when the register cannot start."
        })
public final class CheckCommand implements Callable<Integer> {

    private static final int NO_SERVER = 1;
    private static final int CANNOT_START = 2;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "directory of the register (default: register in TILLWRIGHT_HOME or in ~/.tillwright)")
    private @Nullable Path home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RegisterHome place = home == null ? RegisterHome.ofUser() : RegisterHome.at(home);
        try {
            RegisterSettings settings = RegisterSettings.read(place);
            say("Settings", "sound");
            say("Directory", place.directory().toString());
            // No driver is worth a register that cannot sell, so these are said and do not count.
            JposCheck.faults(place.withJposFile(settings.devices())).forEach(fault -> say("Drivers", fault));
            try (RegisterParts register = RegisterParts.open(
                    place,
                    settings.withDevices(DeviceUris.NONE),
                    RegisterPlatform.real(Runnable::run),
                    failure -> {})) {
                return check(register);
            }
        } catch (SettingsException e) {
            e.faults().forEach(fault -> say("Settings", fault));
        } catch (JournalException e) {
            say("Journal", Texts.of("en").text(e.notice()));
        } catch (IOException e) {
            say("Directory", String.valueOf(e.getMessage()));
        }
        return CANNOT_START;
    }

    private int check(RegisterParts register) throws JournalException {
        Optional<RegisterIdentity> identity = register.identity();
        say(
                "Register",
                identity.map(who -> who.workstationName() + " of " + who.storeName() + " (" + who.workstationId() + ")")
                        .orElse("not enrolled yet"));
        say(
                "Journal",
                register.journal().recordCount() + " records, "
                        + register.journal().waitingCount() + " wait, "
                        + register.journal().quarantinedCount() + " put aside");
        if (register.hasLostItsJournal()) {
            say(
                    "Journal",
                    Texts.of("en")
                            .text(
                                    "connection.journal-lost",
                                    register.home().journal().toString()));
            return CANNOT_START;
        }
        say("Disk", register.journal().isSpaceLow() ? "nearly full" : "enough room");
        Reply<HttpServer.Greeting> reply = register.server().greet();
        if (reply instanceof Reply.Answered<HttpServer.Greeting> answered) {
            say(
                    "Server",
                    register.server().address() + ", "
                            + answered.value().server().product() + " "
                            + answered.value().server().version() + ", "
                            + answered.value().latency().toMillis() + " ms");
            return 0;
        }
        say("Server", Texts.of("en").text(reason(reply, register)));
        return NO_SERVER;
    }

    private static Notice reason(Reply<HttpServer.Greeting> reply, RegisterParts register) {
        return reply instanceof Reply.Refused<HttpServer.Greeting> refused
                ? ProblemNotices.of(refused.problem(), register.server().address())
                : ((Reply.Unreachable<HttpServer.Greeting>) reply).reason();
    }

    private void say(String what, String how) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-10s %s%n", what, how);
        out.flush();
    }
}
