package org.tillwright.boot.command;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.boot.platform.StartException;
import org.tillwright.wire.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a report from a store server into a file, in the name of a supervisor or manager. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a report of a running store server and keeps it in a file.",
            "Reports: sales-of-day, till-report, stock-on-hand."
        },
        footer = {
            "",
            "The password comes from --password-file, or from the environment variable " + ReportCommand.PASSWORD
                    + ", or is asked for.",
            "Ends with 0; with 3 when the report was made and its control totals do not agree; with 1 when it was not",
            "made; with 2 when asked wrongly. A file is replaced only by a whole report."
        })
public final class ReportCommand implements Callable<Integer> {

    static final String PASSWORD = "TILLWRIGHT_PASSWORD";

    private static final int DIFFERS = 3;

    @Parameters(index = "0", paramLabel = "NAME", description = "Which report.")
    String name;

    @Option(names = "--from", paramLabel = "DAY", description = "First business day, such as 2026-03-31 (today).")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last business day (the same as --from).")
    @Nullable
    String to;

    @Option(names = "--store", paramLabel = "ID", description = "Store; not needed when there is only one.")
    @Nullable
    String store;

    @Option(names = "--till", paramLabel = "ID", description = "One workstation such as till-01, or one till session.")
    @Nullable
    String till;

    @Option(names = "--format", paramLabel = "FORMAT", description = "pdf or xlsx (what -o ends with, else pdf).")
    @Nullable
    String format;

    @Option(names = "--language", paramLabel = "CODE", description = "en, da or uk (the operator's, else the store's).")
    @Nullable
    String language;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8480",
            description = "Address of the store server (${DEFAULT-VALUE}).")
    URI server;

    @Option(names = "--operator", required = true, paramLabel = "NUMBER", description = "Operator number.")
    String operator;

    @Option(names = "--password-file", paramLabel = "FILE", description = "File whose first line is the password.")
    @Nullable
    Path passwordFile;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where the report goes.")
    Path output;

    @Option(names = "--json", description = "Say what was done as JSON.")
    boolean json;

    @Spec
    CommandSpec command;

    /** What {@code --json} prints. */
    public record Done(String report, String file, Long bytes, Boolean controlTotalsAgree) {}

    @Override
    public Integer call() throws StartException {
        String token = ReportServer.signIn(server, operator, password());
        ReportServer.Answer answer = ReportServer.report(server, token, name, parameters());
        keep(answer.content());
        ReportServer.signOut(server, token);
        if (json) {
            Done done = new Done(name, output.toString(), (long) answer.content().length, answer.agrees());
            say(new String(WireJson.write(done), StandardCharsets.UTF_8));
        } else {
            say("Wrote " + output + " (" + answer.content().length + " bytes).");
        }
        if (!answer.agrees()) {
            command.commandLine()
                    .getErr()
                    .println("Its control totals do not agree; the first page says which. Do not file it yet.");
        }
        return answer.agrees() ? 0 : DIFFERS;
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "store", store);
        put(parameters, "till", till);
        put(parameters, "format", format == null && output.toString().endsWith(".xlsx") ? "xlsx" : format);
        put(parameters, "language", language);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String key, @Nullable String value) {
        if (value != null) {
            parameters.put(key, value);
        }
    }

    /** Without a terminal there is none on Java 17, and a silent one on later versions: both end in the sentence below. */
    @SuppressWarnings("SystemConsoleNull")
    private String password() throws StartException {
        if (passwordFile != null) {
            try {
                return Files.readString(passwordFile).lines().findFirst().orElse("");
            } catch (IOException e) {
                throw new StartException("The password cannot be read from " + passwordFile + ".", e);
            }
        }
        String ofEnvironment = System.getenv(PASSWORD);
        if (ofEnvironment != null) {
            return ofEnvironment;
        }
        var console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of operator %s: ", operator);
        if (typed == null) {
            throw new StartException("There is no password: give --password-file, or set " + PASSWORD + ".");
        }
        return new String(typed);
    }

    /** Whoever looks finds the old file or the whole new one, never a half. */
    private void keep(byte[] content) throws StartException {
        Path target = output.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.write(part, content);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartException("The report cannot be written to " + output + ": " + e.getMessage() + ".", e);
        }
    }

    private void say(String line) {
        command.commandLine().getOut().println(line);
        command.commandLine().getOut().flush();
    }
}
