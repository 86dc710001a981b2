package org.tillwright.core.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.CodePattern;
import org.tillwright.core.barcode.CodePattern.Fit;
import org.tillwright.core.barcode.CodePattern.Meaning;
import org.tillwright.core.barcode.Gtin;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.barcode.SymbologyIdentifier;
import org.tillwright.core.gs1.DigitalLink;
import org.tillwright.core.gs1.ElementString;
import org.tillwright.core.gs1.Gs1;
import org.tillwright.core.gs1.Gs1Fault;
import org.tillwright.core.gs1.Gs1Problem;
import org.tillwright.core.gs1.Gs1Result;
import org.tillwright.core.scan.ScanResult.Ambiguous;
import org.tillwright.core.scan.ScanResult.Asks;
import org.tillwright.core.scan.ScanResult.Discount;
import org.tillwright.core.scan.ScanResult.Elements;
import org.tillwright.core.scan.ScanResult.Item;
import org.tillwright.core.scan.ScanResult.Measure;
import org.tillwright.core.scan.ScanResult.Misread;
import org.tillwright.core.scan.ScanResult.Plain;
import org.tillwright.core.scan.ScanResult.Problem;
import org.tillwright.core.scan.ScanResult.Trace;

/** Says what a code is. */
public final class Scan {

    private static final int EAN_13_DIGITS = 13;
    private static final int EAN_8_DIGITS = 8;
    private static final int UPC_A_DIGITS = 12;

    /** Shortest code that may be an element string of which the scanner says nothing: 01, a GTIN and one more element. */
    private static final int SHORTEST_UNMARKED_LABEL = 16;

    private static final int MILLI = 3;

    /** A percentage has six digits after its point when it is told in parts per million, two of them already said. */
    private static final int PPM_OF_PERCENT = 4;

    private Scan() {}

    /** Reads what a scanner sent or a person keyed. Never fails: what means nothing here is {@link Plain}. */
    public static ScanResult read(String input, ScanRules rules) {
        Transmission scanned = Transmission.of(input);
        SymbologyIdentifier identifier = scanned.identifier();
        String data = scanned.data();
        if (data.length() > Gs1.MAX_LENGTH) {
            return new Misread(Problem.LENGTH, ScanCode.of(data));
        }
        if (identifier == null) {
            return unmarked(data, rules);
        }
        return switch (identifier.content()) {
            case ELEMENT_STRING -> label(Gs1.parseScanned(data, rules.gs1()), data, rules);
            case THIRTEEN_DIGITS -> ean(scanned, EAN_13_DIGITS, rules);
            case EIGHT_DIGITS -> ean(scanned, EAN_8_DIGITS, rules);
            case THIRTEEN_DIGITS_AND_ADD_ON -> withAddOn(data, rules);
            case PLAIN -> text(data, rules);
        };
    }

    // ---- a scanner that does not say what it read, or a person ----

    private static ScanResult unmarked(String data, ScanRules rules) {
        if (data.indexOf(ElementString.FNC1_SCANNED) >= 0) {
            int from = data.charAt(0) == ElementString.FNC1_SCANNED ? 1 : 0;
            return label(Gs1.parseScanned(data.substring(from), rules.gs1()), data, rules);
        }
        if (data.startsWith("^")) {
            return label(Gs1.parse(data, rules.gs1()), data, rules);
        }
        if (data.startsWith("(")) {
            Gs1Result keyed = Gs1.parseBracketed(data, rules.gs1());
            if (keyed instanceof ElementString || beginsWithAnIdentifier(data)) {
                return label(keyed, data, rules);
            }
        }
        ScanResult plain = text(data, rules);
        if (data.length() >= SHORTEST_UNMARKED_LABEL
                && data.startsWith("01")
                && Gs1.parseScanned(data, rules.gs1()) instanceof ElementString elements) {
            return new Ambiguous(List.of(label(elements, data, rules), plain));
        }
        if (!isGtinForm(data)) {
            return plain;
        }
        ScanCode code = ScanCode.of(data);
        return plain instanceof Plain && code.check() == ScanCode.Check.WRONG
                ? new Misread(Problem.CHECK_DIGIT, code)
                : plain;
    }

    /** True for (10)..., which is meant as a label and says so where it is a wrong one. */
    private static boolean beginsWithAnIdentifier(String data) {
        int close = data.indexOf(')');
        return close >= 3 && close <= 5 && isDigits(data.substring(1, close));
    }

    /** Text of a symbol that may hold any: a number, a web address, a shop's own code. */
    private static ScanResult text(String data, ScanRules rules) {
        if (DigitalLink.isWebAddress(data)) {
            Gs1Result link = DigitalLink.parse(data, rules.gs1());
            boolean isAddress = link instanceof Gs1Fault fault && fault.problem() == Gs1Problem.LINK_WITHOUT_KEY;
            return isAddress ? new Plain(ScanCode.of(data)) : label(link, data, rules);
        }
        ScanResult embedded = embedded(data, rules);
        return embedded == null ? number(data, rules.readsUpcE()) : embedded;
    }

    private static ScanResult number(String data, boolean mayBeUpcE) {
        ScanCode code = ScanCode.of(data);
        Optional<String> longForm = mayBeUpcE ? Gtin.expandUpcE(data) : Optional.empty();
        ScanResult asItStands = code.check() == ScanCode.Check.VALID ? Item.of(code) : new Plain(code);
        if (longForm.isEmpty()) {
            return asItStands;
        }
        ScanResult expanded = Item.of(ScanCode.of(longForm.get()));
        return asItStands instanceof Item && !asItStands.equals(expanded)
                ? new Ambiguous(List.of(asItStands, expanded))
                : expanded;
    }

    // ---- EAN symbols ----

    private static ScanResult ean(Transmission scanned, int digits, ScanRules rules) {
        ScanResult main = eanDigits(scanned.data(), digits, rules);
        String composite = scanned.composite();
        if (composite == null || !(main instanceof Item item)) {
            return main;
        }
        // The composite part says more of the same item, so it is read as if the number stood before it.
        String whole = "01" + item.code().key() + composite;
        return item.priceMinor() == null && item.measure() == null
                ? label(Gs1.parseScanned(whole, rules.gs1()), scanned.data(), rules)
                : main;
    }

    private static ScanResult eanDigits(String data, int digits, ScanRules rules) {
        ScanCode code = ScanCode.of(data);
        if (data.length() != digits) {
            return new Misread(Problem.LENGTH, code);
        }
        if (!isDigits(data)) {
            return new Misread(Problem.NOT_DIGITS, code);
        }
        ScanResult embedded = embedded(data, rules);
        if (embedded != null) {
            return embedded;
        }
        return code.check() == ScanCode.Check.VALID ? Item.of(code) : new Misread(Problem.CHECK_DIGIT, code);
    }

    private static ScanResult withAddOn(String data, ScanRules rules) {
        int more = data.length() - EAN_13_DIGITS;
        if (more != 2 && more != 5) {
            return new Misread(Problem.LENGTH, ScanCode.of(data));
        }
        ScanResult main = eanDigits(data.substring(0, EAN_13_DIGITS), EAN_13_DIGITS, rules);
        if (!(main instanceof Item item)) {
            return main;
        }
        Trace trace = new Trace(null, null, null, null, null, data.substring(EAN_13_DIGITS));
        return new Item(item.code(), item.measure(), item.priceMinor(), trace, item.label());
    }

    // ---- labels of scales ----

    /** What the shop's layouts make of a code, or null if it is of none of them. */
    private static @Nullable ScanResult embedded(String data, ScanRules rules) {
        List<ScanResult> found = new ArrayList<>();
        Problem wrong = null;
        for (CodePattern pattern : rules.patterns()) {
            for (String form : forms(data)) {
                Fit fit = pattern.fit(form);
                if (fit == Fit.FITS) {
                    ScanResult result = meaning(pattern.read(form).orElseThrow(), rules);
                    if (!found.contains(result)) {
                        found.add(result);
                    }
                } else if (fit != Fit.NONE) {
                    wrong = fit == Fit.CHECK_DIGIT_WRONG ? Problem.CHECK_DIGIT : Problem.PRICE_CHECK_DIGIT;
                }
            }
        }
        if (found.isEmpty()) {
            return wrong == null ? null : new Misread(wrong, ScanCode.of(data));
        }
        return found.size() == 1 ? found.get(0) : new Ambiguous(found);
    }

    /** A UPC-A is the EAN-13 with a zero before it; scanners send either. */
    private static List<String> forms(String data) {
        if (data.length() == UPC_A_DIGITS) {
            return List.of(data, "0" + data);
        }
        return data.length() == EAN_13_DIGITS && data.charAt(0) == '0'
                ? List.of(data, data.substring(1))
                : List.of(data);
    }

    private static ScanResult meaning(CodePattern.Reading reading, ScanRules rules) {
        Meaning meaning = reading.pattern().meaning();
        if (reading.value() == 0) {
            return new Asks(reading.code(), meaning);
        }
        Integer told = reading.pattern().decimals();
        int decimals = told == null ? rules.currencyDigits() : told;
        if (meaning == Meaning.PRICE) {
            Long minor = Decimals.exactly(reading.value(), decimals, rules.currencyDigits());
            return minor == null
                    ? new Misread(Problem.PRICE_TOO_FINE, reading.code())
                    : new Item(reading.code(), null, minor, Trace.NONE, null);
        }
        if (meaning == Meaning.DISCOUNT) {
            return new Discount(Decimals.halfUp(reading.value(), decimals, PPM_OF_PERCENT));
        }
        long milli = Decimals.halfUp(reading.value(), decimals, MILLI);
        return new Item(reading.code(), new Measure(milli, null), null, Trace.NONE, null);
    }

    // ---- GS1 labels ----

    private static ScanResult label(Gs1Result result, String data, ScanRules rules) {
        if (result instanceof Gs1Fault fault) {
            return new Misread(Problem.GS1, ScanCode.of(data), fault.problem(), fault.ai());
        }
        ElementString elements = (ElementString) result;
        ScanResult item = TradeItem.of(elements, rules);
        return item == null ? new Elements(elements, Gs1.coupon(elements)) : item;
    }

    private static boolean isGtinForm(String data) {
        return ScanCode.of(data).check() != ScanCode.Check.NONE;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
