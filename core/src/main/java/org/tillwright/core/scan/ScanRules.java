package org.tillwright.core.scan;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.barcode.CodePattern;
import org.tillwright.core.gs1.Gs1Rules;

/**
 * What a shop knows of its own codes.
 *
 * @param patterns layouts of its scales' labels, each name once
 * @param currencyDigits digits of its currency after the point: 2 for cents, 0 for yen, 3 for fils
 * @param currencyNumber its currency's number by ISO 4217, such as 978; 0 if it has none
 * @param year the year in which codes are read, for dates that tell only two of its digits
 * @param readsUpcE whether eight digits that begin with 0 or 1 may be a UPC-E that the scanner did not expand
 * @param gs1 how strictly GS1 labels are judged
 */
public record ScanRules(
        List<CodePattern> patterns, int currencyDigits, int currencyNumber, int year, boolean readsUpcE, Gs1Rules gs1) {

    public ScanRules {
        patterns = List.copyOf(patterns);
        if (currencyDigits < 0 || currencyDigits > 4) {
            throw new IllegalArgumentException("No currency has " + currencyDigits + " digits after its point");
        }
    }

    /** Rules of a shop without labels of its own. */
    public static ScanRules of(int year, int currencyDigits) {
        return new ScanRules(List.of(), currencyDigits, 0, year, true, Gs1Rules.CONSISTENT);
    }

    /** The same with these layouts. */
    public ScanRules withPatterns(List<CodePattern> labels) {
        return new ScanRules(labels, currencyDigits, currencyNumber, year, readsUpcE, gs1);
    }

    /** The same for a currency by its ISO 4217 number, so that labels that name it are understood. */
    public ScanRules withCurrencyNumber(int number) {
        return new ScanRules(patterns, currencyDigits, number, year, readsUpcE, gs1);
    }

    /** The same for a shop in whose country nobody prints UPC-E. */
    public ScanRules withoutUpcE() {
        return new ScanRules(patterns, currencyDigits, currencyNumber, year, false, gs1);
    }

    /**
     * Sentences about what is wrong with the layouts as a whole: a name twice, or two that take the same codes, whose labels
     * would then all be told as ambiguous. Empty if nothing is.
     */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            for (int j = 0; j < i; j++) {
                CodePattern one = patterns.get(j);
                CodePattern other = patterns.get(i);
                if (one.name().equals(other.name())) {
                    faults.add("There are two patterns " + one.name());
                } else if (overlap(one, other)) {
                    faults.add("Patterns " + one.name() + " and " + other.name() + " take the same codes");
                }
            }
        }
        return List.copyOf(faults);
    }

    private static boolean overlap(CodePattern one, CodePattern other) {
        boolean isOpen = one.template().endsWith("*") || other.template().endsWith("*");
        String first = one.prefix();
        String second = other.prefix();
        return (isOpen || one.template().length() == other.template().length())
                && (first.startsWith(second) || second.startsWith(first));
    }
}
