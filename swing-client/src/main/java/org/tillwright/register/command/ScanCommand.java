package org.tillwright.register.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tillwright.core.barcode.CodePattern;
import org.tillwright.core.scan.ScanRules;
import org.tillwright.register.cases.UnreadableFileException;
import org.tillwright.wire.json.WireJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scan}: judges a file of codes, or explains one code. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = {
            "Says what a code means: check digit, GS1 elements, dates, weights, prices.",
            "^ may be typed for FNC1.",
            "With a file whose name ends in .json, judges each of its cases and prints a",
            "JSON array of verdicts.",
            "Exit code 0 when it was judged, whatever the verdict, 2 when the file or an",
            "option cannot be read."
        })
public final class ScanCommand implements Callable<Integer> {

    private static final int CANNOT_READ = 2;

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE.json|CODE", description = "A file of codes, or one code.")
    String subject;

    @Option(
            names = "--pattern",
            paramLabel = "NAME=MEANING:LAYOUT[:DECIMALS]",
            description = {
                "A layout of the shop's labels, such as meat=PRICE:21IIIIIKVVVVC:2. MEANING is PRICE, QUANTITY or DISCOUNT.",
                "LAYOUT may also be in the notation 21.....{NNDDD}. May be given several times."
            })
    Map<String, String> patterns = Map.of();

    @Option(
            names = "--currency-digits",
            paramLabel = "N",
            defaultValue = "2",
            description = "Digits of the currency after its point (default: ${DEFAULT-VALUE}).")
    int currencyDigits;

    @Option(
            names = "--currency-number",
            paramLabel = "N",
            defaultValue = "0",
            description = "The currency's number by ISO 4217, such as 978, for labels that name one.")
    int currencyNumber;

    @Option(
            names = "--year",
            paramLabel = "YYYY",
            description = "The year to read two-digit years in (default: this one).")
    Integer year = Year.now(Clock.systemUTC()).getValue();

    @Option(names = "--json", description = "Print the explanation as JSON.")
    boolean json;

    @Override
    public Integer call() {
        try {
            if (subject.endsWith(".json")) {
                ScanFile.read(Path.of(subject)).writeVerdicts(out());
                out().println();
                out().flush();
            } else if (subject.isBlank()) {
                throw new IllegalArgumentException("There is no code to explain");
            } else {
                explain(rules());
            }
            return CommandLine.ExitCode.OK;
        } catch (UnreadableFileException e) {
            say("The file " + subject + " cannot be judged. " + e.sentence());
        } catch (IllegalArgumentException e) {
            say(e.getMessage() + ".");
        }
        return CANNOT_READ;
    }

    private ScanRules rules() {
        List<CodePattern> layouts = new ArrayList<>();
        patterns.forEach((name, text) -> layouts.add(pattern(name, text)));
        return ScanRules.of(year, currencyDigits)
                .withCurrencyNumber(currencyNumber)
                .withPatterns(layouts);
    }

    private static CodePattern pattern(String name, String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("Pattern " + name + " must look like PRICE:21IIIIIKVVVVC:2");
        }
        CodePattern.Meaning meaning = meaning(name, parts[0]);
        if (parts[1].indexOf('{') >= 0) {
            return CodePattern.ofNomenclature(name, meaning, parts[1]);
        }
        return CodePattern.of(name, meaning, parts[1], parts.length == 3 ? decimals(name, parts[2]) : null);
    }

    private static Integer decimals(String name, String text) {
        if (text.length() != 1 || !Character.isDigit(text.charAt(0))) {
            throw new IllegalArgumentException("Pattern " + name + ": " + text + " is no number of decimals");
        }
        return Character.digit(text.charAt(0), 10);
    }

    private static CodePattern.Meaning meaning(String name, String text) {
        for (CodePattern.Meaning meaning : CodePattern.Meaning.values()) {
            if (meaning.name().equals(text.toUpperCase(Locale.ROOT))) {
                return meaning;
            }
        }
        throw new IllegalArgumentException(
                "Pattern " + name + ": " + text + " is none of PRICE, QUANTITY and DISCOUNT");
    }

    private void explain(ScanRules rules) {
        ScanExplanation explanation = ScanExplanation.of(subject, rules);
        if (json) {
            out().println(new String(WireJson.print(explanation), StandardCharsets.UTF_8));
        } else {
            print(explanation, "");
        }
        out().flush();
    }

    private void print(ScanExplanation explanation, String indent) {
        explanation.facts().forEach((name, value) -> out().printf("%s%-18s %s%n", indent, name, value));
        for (ScanExplanation.Explained element : explanation.elements()) {
            String meaning = element.meaning().isEmpty() ? "" : " = " + element.meaning();
            out().printf(
                            "%s%-6s %-26s %s%s%n",
                            indent, "(" + element.ai() + ")", element.title(), element.value(), meaning);
        }
        for (int i = 0; i < explanation.candidates().size(); i++) {
            out().printf("%smeaning %d%n", indent, i + 1);
            print(explanation.candidates().get(i), indent + "  ");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void say(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
    }
}
