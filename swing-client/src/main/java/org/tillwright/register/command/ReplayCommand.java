package org.tillwright.register.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.RegisterPlatform;
import org.tillwright.register.command.Replay.ReplayException;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.SettingsException;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: a retailer's sales file through cart, journal, outbox, HTTP and server. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Rings every invoice of a retailer's sales file up at a register and sends it to the server.",
            "Exit code 0 when every total is right, 1 when one is not, 2 when it could not be tried."
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final int MISMATCH = 1;
    private static final int NOT_TRIED = 2;

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "Sales lines as CSV, or CSV packed by gzip.")
    Path file;

    @Option(names = "--server", paramLabel = "URL", description = "Address of the store server.")
    @Nullable
    String server;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The register's directory (default: ~/.tillwright/replay).")
    @Nullable
    Path home;

    @Option(names = "--enrolment-code", paramLabel = "CODE", description = "One-time code, for a new register.")
    @Nullable
    String enrolmentCode;

    @Option(
            names = "--operator",
            paramLabel = "NUMBER",
            description = "A manager's number (default: ${DEFAULT-VALUE}).")
    String operator = "1";

    @Option(
            names = "--pin",
            paramLabel = "PIN",
            defaultValue = "${env:TILLWRIGHT_PIN}",
            description = "The manager's PIN; better given in the environment as TILLWRIGHT_PIN.")
    @Nullable
    String pin;

    @Option(
            names = "--first-start",
            paramLabel = "FILE",
            description = "The server's first-start file: gives PIN and enrolment code when they are not given.")
    @Nullable
    Path firstStart;

    @Option(names = "--workstation", paramLabel = "ID", description = "Which code of the first-start file to use.")
    @Nullable
    String workstation;

    @Option(
            names = "--totals",
            paramLabel = "FILE",
            description = "Totals by invoice to compare with (default: online-retail-totals.json beside FILE).")
    @Nullable
    Path totals;

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        try {
            readFirstStart();
            ReplayReport report = replay();
            print(report);
            return report.isSound() ? CommandLine.ExitCode.OK : MISMATCH;
        } catch (ReplayException e) {
            say(String.valueOf(e.getMessage()));
        } catch (SettingsException e) {
            e.faults().forEach(this::say);
        } catch (JournalException e) {
            say(Texts.of("en").text(e.notice()));
        } catch (IOException e) {
            say("The replay cannot begin: " + e.getMessage());
        }
        return NOT_TRIED;
    }

    private ReplayReport replay()
            throws IOException, SettingsException, JournalException, ReplayException, InterruptedException {
        RetailFile retail = readFile();
        RegisterHome where = new RegisterHome(
                home == null ? RegisterHome.ofUser().directory().resolveSibling("replay") : home);
        RegisterSettings settings = settings(where);
        RegisterPlatform platform = RegisterPlatform.real(Runnable::run);
        try (RegisterParts parts = RegisterParts.open(where, settings, platform, this::deviceFailed)) {
            return new ReplayRun(
                            parts,
                            retail,
                            new ReplayRun.Access(enrolmentCode, operator, pin == null ? "" : pin),
                            totals == null ? RetailTotals.beside(file) : totals,
                            this::say)
                    .run();
        }
    }

    private RetailFile readFile() throws ReplayException {
        try {
            return RetailFile.read(file);
        } catch (IOException e) {
            throw new ReplayException("The file " + file + " cannot be replayed: " + e.getMessage() + ".");
        }
    }

    private RegisterSettings settings(RegisterHome where) throws SettingsException, IOException, ReplayException {
        RegisterSettings settings = RegisterSettings.read(where.settings());
        if (server == null) {
            return settings;
        }
        URI address = RegisterSettings.serverAddress(server);
        if (address == null) {
            throw new ReplayException("\"" + server + "\" is no server address; it looks like http://127.0.0.1:8480.");
        }
        return settings.withServer(address);
    }

    private void readFirstStart() throws IOException, ReplayException {
        if (firstStart == null) {
            return;
        }
        try {
            FirstStart secrets = WireJson.read(Files.readAllBytes(firstStart), FirstStart.class);
            if (pin == null) {
                pin = secrets.pins().stream()
                        .filter(known -> known.operatorNumber().equals(operator))
                        .map(FirstStart.Pin::pin)
                        .findFirst()
                        .orElse(null);
            }
            if (enrolmentCode == null) {
                enrolmentCode = secrets.codes().stream()
                        .filter(code ->
                                workstation == null || code.workstationId().equals(workstation))
                        .map(FirstStart.Code::code)
                        .findFirst()
                        .orElse(null);
            }
        } catch (MalformedMessageException e) {
            throw new ReplayException(firstStart + " is no first-start file: " + e.getMessage());
        }
    }

    private void deviceFailed(DeviceException failure) {
        say(String.valueOf(failure.getMessage()));
    }

    private void print(ReplayReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(WireJson.print(report), StandardCharsets.UTF_8));
        } else {
            out.println("invoices      " + report.invoices());
            out.println("lines         " + report.lines());
            out.println("total         " + report.total());
            out.println("compared      " + report.compared());
            out.println("mismatches    " + report.mismatches().size());
            out.println("posted        " + report.posted());
            out.println("already there " + report.alreadyThere());
            out.println("server agrees " + (report.serverAgrees() == null ? "not asked" : report.serverAgrees()));
            out.println("seconds       " + report.seconds());
            report.mismatches().forEach(out::println);
        }
        out.flush();
    }

    private void say(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
    }
}
