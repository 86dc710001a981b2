package org.tillwright.register.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.SymbologyIdentifier;
import org.tillwright.core.gs1.DigitalLink;
import org.tillwright.core.gs1.Element;
import org.tillwright.core.gs1.ElementString;
import org.tillwright.core.gs1.Gs1;
import org.tillwright.core.gs1.Gs1Fault;
import org.tillwright.core.gs1.Gs1Problem;
import org.tillwright.core.gs1.Gs1Result;
import org.tillwright.core.gs1.Gs1Rules;
import org.tillwright.core.scan.Transmission;
import org.tillwright.register.cases.JsonFile;

/**
 * How one case of a file of codes is judged: more strictly than a till does, which takes a web address for a text and a
 * code without a scanner's mark for what it is.
 *
 * @param valid whether the code is right
 * @param error name of the fault, or null
 * @param elements what stands in it
 * @param output the code as text with ^ for FNC1, or the plain data; null if the code is wrong
 */
record ScanVerdict(boolean valid, @Nullable String error, List<Element> elements, @Nullable String output) {

    private static final String KINDS = "bracketed, unbracketed, scan_data, linter, ai_combination:* and component:*";

    /** Judges a code by the first word of its kind. */
    static ScanVerdict of(String kind, String input, boolean isStrict) {
        Gs1Rules rules = isStrict ? Gs1Rules.STRICT : Gs1Rules.LENIENT;
        String word = firstWord(kind);
        return switch (word) {
            case "bracketed" -> label(Gs1.parseBracketed(input, rules));
            case "unbracketed" -> label(Gs1.parse(input, rules));
            case "scan_data" -> scanned(input, rules);
            case "linter", "ai_combination" -> label(Gs1.parseBracketed(input, Gs1Rules.COMPLETE));
            case "component" -> component(kind.substring(kind.indexOf(':') + 1).strip(), input);
            default -> wrong("There is no kind " + JsonFile.quoted(kind) + "; there are " + KINDS + ".");
        };
    }

    static ScanVerdict wrong(String error) {
        return new ScanVerdict(false, error, List.of(), null);
    }

    private static String firstWord(String kind) {
        int end = 0;
        while (end < kind.length() && (Character.isLetterOrDigit(kind.charAt(end)) || kind.charAt(end) == '_')) {
            end++;
        }
        return kind.substring(0, end);
    }

    private static ScanVerdict label(Gs1Result result) {
        return result instanceof ElementString label
                ? new ScanVerdict(true, null, label.elements(), label.toText())
                : wrong(((Gs1Fault) result).problem().name());
    }

    private static ScanVerdict component(String name, String input) {
        if (!Gs1.hasCheck(name)) {
            return wrong("There is no check " + JsonFile.quoted(name) + ".");
        }
        Gs1Problem problem = Gs1.check(name, input);
        return problem == null ? new ScanVerdict(true, null, List.of(), input) : wrong(problem.name());
    }

    private static ScanVerdict scanned(String input, Gs1Rules rules) {
        Transmission scanned = Transmission.of(input);
        SymbologyIdentifier identifier = scanned.identifier();
        if (identifier == null) {
            return wrong(input.startsWith("]") ? "UNKNOWN_SYMBOLOGY_IDENTIFIER" : "MISSING_SYMBOLOGY_IDENTIFIER");
        }
        return switch (identifier.content()) {
            case ELEMENT_STRING -> label(Gs1.parseScanned(scanned.data(), rules));
            case THIRTEEN_DIGITS -> digits(scanned, 13, rules);
            case EIGHT_DIGITS -> digits(scanned, 8, rules);
            case THIRTEEN_DIGITS_AND_ADD_ON -> withAddOn(scanned, rules);
            case PLAIN -> plain(scanned.data(), rules);
        };
    }

    private static ScanVerdict digits(Transmission scanned, int count, Gs1Rules rules) {
        String data = scanned.data();
        if (data.length() != count) {
            return wrong("WRONG_NUMBER_OF_DIGITS");
        }
        Gs1Problem problem = Gs1.check("csum", data);
        if (problem != null) {
            return wrong(problem.name());
        }
        String composite = scanned.composite();
        if (composite == null) {
            return new ScanVerdict(true, null, List.of(), data);
        }
        ScanVerdict beside = label(Gs1.parseScanned(composite, rules));
        return beside.valid ? new ScanVerdict(true, null, beside.elements, data + "|" + beside.output) : beside;
    }

    private static ScanVerdict withAddOn(Transmission scanned, Gs1Rules rules) {
        String data = scanned.data();
        if (data.length() != 15 && data.length() != 18) {
            return wrong("WRONG_NUMBER_OF_DIGITS");
        }
        if (Gs1.check("csetnumeric", data) != null) {
            return wrong(Gs1Problem.NON_DIGIT_CHARACTER.name());
        }
        ScanVerdict main = digits(new Transmission(scanned.identifier(), data.substring(0, 13), null), 13, rules);
        return main.valid ? new ScanVerdict(true, null, List.of(), data) : main;
    }

    /** Plain data that begins with ^, perhaps behind backslashes, gets one backslash more: ^ alone would be FNC1. */
    private static ScanVerdict plain(String data, Gs1Rules rules) {
        if (DigitalLink.isWebAddress(data)) {
            ScanVerdict link = label(DigitalLink.parse(data, rules));
            return link.valid ? new ScanVerdict(true, null, link.elements, data) : link;
        }
        int end = 0;
        while (end < data.length() && data.charAt(end) == '\\') {
            end++;
        }
        boolean seemsFnc1 = end < data.length() && data.charAt(end) == '^';
        return new ScanVerdict(true, null, List.of(), seemsFnc1 ? "\\" + data : data);
    }
}
