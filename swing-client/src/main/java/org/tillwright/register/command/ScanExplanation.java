package org.tillwright.register.command;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.barcode.SymbologyIdentifier;
import org.tillwright.core.gs1.Coupon;
import org.tillwright.core.gs1.Element;
import org.tillwright.core.gs1.ElementString;
import org.tillwright.core.gs1.Gs1Dates;
import org.tillwright.core.scan.Scan;
import org.tillwright.core.scan.ScanResult;
import org.tillwright.core.scan.ScanRules;
import org.tillwright.core.scan.Transmission;

/**
 * What one code means, for a person or a program to read.
 *
 * @param facts name and value of each thing that the code says, in order
 * @param elements what stands on a GS1 label
 * @param candidates the meanings of a code that has several
 */
public record ScanExplanation(Map<String, String> facts, List<Explained> elements, List<ScanExplanation> candidates) {

    /**
     * An element with what it means.
     *
     * @param ai identifier
     * @param title the standard's title
     * @param value as it stands in the code
     * @param meaning a date or figure that the value stands for; empty if the value speaks for itself
     */
    public record Explained(String ai, String title, String value, String meaning) {}

    /** Explains a code. In the data of a GS1 symbol ^ may be typed for FNC1. */
    static ScanExplanation of(String code, ScanRules rules) {
        Transmission typed = Transmission.of(code);
        SymbologyIdentifier identifier = typed.identifier();
        boolean isLabel = identifier != null && identifier.content() == SymbologyIdentifier.Content.ELEMENT_STRING;
        String input = isLabel ? code.replace(ElementString.FNC1_TEXT, ElementString.FNC1_SCANNED) : code;
        Map<String, String> facts = new LinkedHashMap<>();
        if (identifier != null) {
            facts.put("symbology", identifier.symbology().name());
        }
        return of(Scan.read(input, rules), rules, facts);
    }

    private static ScanExplanation of(ScanResult result, ScanRules rules, Map<String, String> facts) {
        List<Explained> elements = List.of();
        List<ScanExplanation> candidates = List.of();
        facts.put("says", ScanSentence.of(result));
        facts.put("kind", result.getClass().getSimpleName().toUpperCase(Locale.ROOT));
        if (result instanceof ScanResult.Item item) {
            tell(facts, item, rules);
            elements = item.label() == null ? elements : explained(item.label(), rules);
        } else if (result instanceof ScanResult.Asks asks) {
            tell(facts, asks.code());
            facts.put("asksFor", asks.meaning().name());
        } else if (result instanceof ScanResult.Discount discount) {
            facts.put("ratePpm", Long.toString(discount.ratePpm()));
        } else if (result instanceof ScanResult.Elements label) {
            elements = explained(label.label(), rules);
            tell(facts, label.coupon(), rules);
        } else if (result instanceof ScanResult.Ambiguous ambiguous) {
            candidates = ambiguous.candidates().stream()
                    .map(candidate -> of(candidate, rules, new LinkedHashMap<>()))
                    .toList();
        } else if (result instanceof ScanResult.Misread misread) {
            tell(facts, misread);
        } else if (result instanceof ScanResult.Plain plain) {
            tell(facts, plain.code());
        }
        return new ScanExplanation(facts, elements, candidates);
    }

    private static void tell(Map<String, String> facts, ScanResult.Item item, ScanRules rules) {
        tell(facts, item.code());
        ScanResult.Measure measure = item.measure();
        if (measure != null) {
            facts.put("quantityMilli", Long.toString(measure.milli()));
            put(facts, "unit", measure.unit());
        }
        put(facts, "priceMinor", item.priceMinor());
        if (item.priceMinor() != null) {
            facts.put("price", decimal(Long.toString(item.priceMinor()), rules.currencyDigits()));
        }
        ScanResult.Trace trace = item.trace();
        put(facts, "lot", trace.lot());
        put(facts, "serial", trace.serial());
        put(facts, "useBy", trace.useBy());
        put(facts, "bestBefore", trace.bestBefore());
        put(facts, "sellBy", trace.sellBy());
        put(facts, "addOn", trace.addOn());
    }

    private static void tell(Map<String, String> facts, ScanCode code) {
        facts.put("key", code.key());
        facts.put("checkDigit", code.check().name());
    }

    private static void tell(Map<String, String> facts, ScanResult.Misread misread) {
        facts.put("problem", misread.problem().name());
        put(facts, "rule", misread.gs1());
        put(facts, "ai", misread.ai().isEmpty() ? null : misread.ai());
        String text = misread.code().text();
        boolean isNumber = misread.code().check() == ScanCode.Check.WRONG;
        if (isNumber) {
            String digits = text.substring(0, text.length() - 1);
            facts.put("checkDigit", misread.code().check().name());
            facts.put("expectedCheckDigit", String.valueOf(ScanCode.checkDigit(digits)));
        }
    }

    private static void tell(Map<String, String> facts, @Nullable Coupon coupon, ScanRules rules) {
        if (coupon == null) {
            return;
        }
        facts.put("coupon", coupon.kind().name());
        facts.put("issuer", coupon.issuer());
        put(facts, "offer", coupon.offer().isEmpty() ? null : coupon.offer());
        put(facts, "serial", coupon.serial());
        Long saving = coupon.savingHundredths();
        put(facts, "saving", saving == null ? null : decimal(saving.toString(), 2));
        put(facts, "ratePpm", coupon.ratePpm());
        put(facts, "firstDay", day(coupon.firstDay(), rules));
        put(facts, "lastDay", day(coupon.lastDay(), rules));
        for (Coupon.Purchase purchase : coupon.purchases()) {
            facts.merge(
                    "purchases",
                    purchase.requirement() + " (code " + purchase.code() + ") of family " + purchase.family() + " of "
                            + purchase.company(),
                    (before, more) -> before + "; " + more);
        }
    }

    private static List<Explained> explained(ElementString label, ScanRules rules) {
        return label.elements().stream()
                .map(element -> new Explained(element.ai(), element.title(), element.value(), meaning(element, rules)))
                .toList();
    }

    private static String meaning(Element element, ScanRules rules) {
        String ai = element.ai();
        String value = element.value();
        char first = ai.charAt(0);
        if (first == '3' && ai.length() == 4) {
            int places = ai.charAt(3) - '0';
            boolean namesCurrency = ai.startsWith("391") || ai.startsWith("393");
            String figure = decimal(namesCurrency ? value.substring(3) : value, places);
            return namesCurrency ? figure + " in currency " + value.substring(0, 3) : figure;
        }
        boolean isDate = (ai.length() == 2 && first == '1' && !ai.equals("10"))
                || List.of("4324", "4325", "4326", "7003", "7006", "7007", "7011", "8008")
                        .contains(ai);
        String day = isDate ? day(value, rules) : null;
        return day == null ? "" : day;
    }

    private static @Nullable String day(@Nullable String yymmdd, ScanRules rules) {
        LocalDate day = yymmdd == null ? null : Gs1Dates.day(yymmdd, rules.year());
        return day == null ? null : day.toString();
    }

    /** Digits with a point before the last so many. */
    private static String decimal(String digits, int places) {
        String padded = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
        int point = padded.length() - places;
        int from = 0;
        while (from < point - 1 && padded.charAt(from) == '0') {
            from++;
        }
        return padded.substring(from, point) + (places == 0 ? "" : "." + padded.substring(point));
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
