package org.tillwright.boot.command;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.boot.platform.StartException;
import org.tillwright.wire.json.WireJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a report from a store server into a file, in the name of a supervisor or manager. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a report of a running store server and keeps it in a file.",
            "Reports: sales-of-day, till-report, stock-on-hand; and invoice, of one sale."
        },
        footer = {
            "",
            SignInOptions.WHERE_FROM,
            "Ends with 0; with 3 when the report was made and its control totals do not agree; with 1 when it was not",
            "made; with 2 when asked wrongly. A file is replaced only by a whole report."
        })
public final class ReportCommand implements Callable<Integer> {

    private static final int DIFFERS = 3;
    private static final String INVOICE = "invoice";

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

    @ArgGroup(exclusive = false, heading = "An invoice, or a credit note:%n")
    @Nullable
    OfSale ofSale;

    @Mixin
    SignInOptions signIn;

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

    /** What an invoice needs. */
    static final class OfSale {

        @Option(names = "--sale", required = true, paramLabel = "ID", description = "The sale's id.")
        String sale = "";

        @Option(names = "--buyer", paramLabel = "NAME", description = "Who it is for (the sale's customer).")
        @Nullable
        String buyer;

        @Option(names = "--buyer-address", paramLabel = "LINE", description = "A line of their address; several times.")
        List<String> address = List.of();

        @Option(names = "--buyer-tax-number", paramLabel = "NUMBER", description = "Their tax number.")
        @Nullable
        String taxNumber;
    }

    /** What {@code --json} prints. */
    public record Done(String report, String file, Long bytes, Boolean controlTotalsAgree) {}

    @Override
    public Integer call() throws StartException {
        OfSale one = ofSale;
        if ((one != null) != name.equals(INVOICE)) {
            throw new ParameterException(
                    command.commandLine(), "An invoice is of one sale: ./pos report invoice --sale ID.");
        }
        byte[] content;
        boolean agrees;
        try (ServerSession session = signIn.signIn()) {
            HttpResponse<byte[]> answer = session.get(path(one), parameters(one));
            content = answer.body();
            agrees = answer.headers()
                    .firstValue("Tillwright-Control-Totals")
                    .filter("differ"::equals)
                    .isEmpty();
            WholeFile.write(output, content);
        }
        if (json) {
            Done done = new Done(name, output.toString(), (long) content.length, agrees);
            say(new String(WireJson.print(done), StandardCharsets.UTF_8));
        } else {
            say("Wrote " + output + " (" + content.length + " bytes).");
        }
        if (!agrees) {
            command.commandLine()
                    .getErr()
                    .println("Its control totals do not agree; the first page says which. Do not file it yet.");
        }
        return agrees ? 0 : DIFFERS;
    }

    private String path(@Nullable OfSale one) {
        return one == null
                ? "reports/" + ServerSession.encoded(name)
                : "sales/" + ServerSession.encoded(one.sale) + "/invoice.pdf";
    }

    private Map<String, String> parameters(@Nullable OfSale one) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (one != null) {
            put(parameters, "language", language);
            put(parameters, "buyer", one.buyer);
            put(parameters, "buyerAddress", one.address.isEmpty() ? null : String.join("\n", one.address));
            put(parameters, "buyerTaxNumber", one.taxNumber);
            return parameters;
        }
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

    private void say(String line) {
        command.commandLine().getOut().println(line);
        command.commandLine().getOut().flush();
    }
}
