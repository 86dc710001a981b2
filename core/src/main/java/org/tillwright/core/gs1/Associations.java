package org.tillwright.core.gs1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which identifiers exclude, and which need each other on one label. */
final class Associations {

    private static final String SIGNATURE = "8030";

    /** Keys whose serial number may be missing, but not on a label that is signed. */
    private static final List<String> SERIALISED_WHEN_SIGNED = List.of("253", "255", "8003");

    private Associations() {}

    static @Nullable Gs1Fault fault(List<Element> elements, Gs1Rules rules) {
        if (rules.checksExclusions()) {
            for (int i = 0; i < elements.size(); i++) {
                Gs1Fault fault = exclusion(elements, i);
                if (fault != null) {
                    return fault;
                }
            }
        }
        if (rules.checksRequisites()) {
            for (Element element : elements) {
                if (!hasWhatItNeeds(elements, element)) {
                    return new Gs1Fault(Gs1Problem.IDENTIFIER_REQUIRED, element.ai());
                }
            }
            return signature(elements);
        }
        return null;
    }

    private static @Nullable Gs1Fault exclusion(List<Element> elements, int at) {
        Element element = elements.get(at);
        AiEntry entry = AiTable.find(element.ai());
        for (int i = 0; i < elements.size(); i++) {
            Element other = elements.get(i);
            if (other.ai().equals(element.ai())) {
                if (!other.value().equals(element.value())) {
                    return new Gs1Fault(Gs1Problem.REPEATED_WITH_OTHER_VALUE, element.ai());
                }
            } else if (entry != null && fitsAny(other.ai(), entry.excludes())) {
                return new Gs1Fault(Gs1Problem.IDENTIFIERS_EXCLUDE_EACH_OTHER, element.ai());
            }
        }
        return null;
    }

    private static boolean hasWhatItNeeds(List<Element> elements, Element element) {
        AiEntry entry = AiTable.find(element.ai());
        return entry == null
                || entry.requires().stream().allMatch(alternatives -> alternatives.stream()
                        .anyMatch(all -> all.stream().allMatch(pattern -> has(elements, pattern))));
    }

    private static @Nullable Gs1Fault signature(List<Element> elements) {
        if (!has(elements, SIGNATURE)) {
            return null;
        }
        for (Element element : elements) {
            AiEntry entry = AiTable.find(element.ai());
            if (entry != null
                    && SERIALISED_WHEN_SIGNED.contains(element.ai())
                    && element.value().length() == entry.shortest()) {
                return new Gs1Fault(Gs1Problem.SERIAL_REQUIRED, element.ai());
            }
        }
        return null;
    }

    private static boolean has(List<Element> elements, String pattern) {
        for (Element element : elements) {
            if (fits(element.ai(), pattern)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fitsAny(String ai, List<String> patterns) {
        for (int i = 0; i < patterns.size(); i++) {
            if (fits(ai, patterns.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String ai, String pattern) {
        boolean fits = ai.length() == pattern.length();
        for (int i = 0; fits && i < ai.length(); i++) {
            fits = pattern.charAt(i) == 'n' || pattern.charAt(i) == ai.charAt(i);
        }
        return fits;
    }
}
