package org.tillwright.core.gs1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads element strings. Never throws: what cannot be read comes back as a {@link Gs1Fault}. */
public final class Gs1 {

    /** Characters of a code that is looked at at all; the largest symbol holds fewer. */
    public static final int MAX_LENGTH = 8_000;

    /** Elements on one label; a real one has ten. */
    public static final int MAX_ELEMENTS = 64;

    private static final int LONGEST_IDENTIFIER = 4;

    private Gs1() {}

    /** Reads text with ^ for FNC1, which must begin with one. */
    public static Gs1Result parse(String text, Gs1Rules rules) {
        if (text.isEmpty() || text.charAt(0) != ElementString.FNC1_TEXT) {
            return new Gs1Fault(Gs1Problem.FNC1_MISSING);
        }
        return parse(text, 1, ElementString.FNC1_TEXT, rules);
    }

    /**
     * Reads what a scanner sent of a GS1 symbol after its symbology identifier: ASCII 29 separates, and the leading FNC1 is
     * not there.
     */
    public static Gs1Result parseScanned(String data, Gs1Rules rules) {
        if (data.indexOf(ElementString.FNC1_TEXT) >= 0) {
            return new Gs1Fault(Gs1Problem.FNC1_IN_DATA);
        }
        return parse(data, 0, ElementString.FNC1_SCANNED, rules);
    }

    /** Reads text with the identifiers in brackets; a bracket that opens within a value has a backslash before it. */
    public static Gs1Result parseBracketed(String text, Gs1Rules rules) {
        if (text.length() > MAX_LENGTH) {
            return new Gs1Fault(Gs1Problem.TOO_LONG);
        }
        List<Element> elements = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int close = text.indexOf(')', at);
            if (text.charAt(at) != '(' || close < 0) {
                return new Gs1Fault(Gs1Problem.BRACKETS_MALFORMED);
            }
            String ai = text.substring(at + 1, close);
            AiEntry entry = AiTable.find(ai);
            if (entry == null) {
                return new Gs1Fault(Gs1Problem.UNKNOWN_IDENTIFIER, ai);
            }
            int end = close + 1;
            while (end < text.length() && (text.charAt(end) != '(' || text.charAt(end - 1) == '\\')) {
                end++;
            }
            String value = text.substring(close + 1, end).replace("\\(", "(");
            Gs1Problem problem = valueProblem(entry, value);
            if (problem != null) {
                return new Gs1Fault(problem, ai);
            }
            elements.add(new Element(ai, value));
            at = end;
        }
        return whole(elements, rules);
    }

    /**
     * Judges one component's characters alone by the dictionary's check of this name, such as {@code csum}.
     *
     * @return what is wrong, or null
     * @throws IllegalArgumentException if the dictionary has no check of this name
     */
    public static @Nullable Gs1Problem check(String name, String text) {
        Check check = Checks.find(name);
        if (check == null) {
            throw new IllegalArgumentException("There is no check " + name);
        }
        return check.problem(text, 0, text.length());
    }

    /** True if the dictionary has a check of this name. */
    public static boolean hasCheck(String name) {
        return Checks.find(name) != null;
    }

    /**
     * Puts elements together to a label, judged as a scanned one would be.
     *
     * @return the element string, or what is wrong with it
     */
    public static Gs1Result of(List<Element> elements, Gs1Rules rules) {
        for (Element element : elements) {
            AiEntry entry = AiTable.find(element.ai());
            Gs1Problem problem = entry == null ? Gs1Problem.UNKNOWN_IDENTIFIER : valueProblem(entry, element.value());
            if (problem != null) {
                return new Gs1Fault(problem, element.ai());
            }
        }
        return whole(elements, rules);
    }

    /** The coupon that these elements are, or null if they are none. */
    public static @Nullable Coupon coupon(ElementString label) {
        String number = label.value("255");
        if (number != null) {
            return Coupon.globalNumber(number, label.startingWith("390"), label.startingWith("394"));
        }
        String northAmerican = label.value("8110");
        if (northAmerican != null) {
            return CouponCode.read(northAmerican).coupon();
        }
        String offer = label.value("8112");
        return offer == null ? null : CouponCode.readOffer(offer).coupon();
    }

    private static Gs1Result parse(String text, int from, char fnc1, Gs1Rules rules) {
        int length = text.length();
        if (length > MAX_LENGTH) {
            return new Gs1Fault(Gs1Problem.TOO_LONG);
        }
        List<Element> elements = new ArrayList<>();
        int at = from;
        while (at < length) {
            if (text.charAt(at) == fnc1) {
                if (rules.refusesIdleFnc1()) {
                    return new Gs1Fault(Gs1Problem.FNC1_IDLE);
                }
                at++;
                continue;
            }
            AiEntry entry = AiTable.at(text, at);
            if (entry == null) {
                String instead = text.substring(at, Math.min(length, at + LONGEST_IDENTIFIER));
                return new Gs1Fault(Gs1Problem.UNKNOWN_IDENTIFIER, instead);
            }
            int start = at + entry.ai().length();
            int end = endOfValue(text, start, fnc1, entry);
            Gs1Problem problem = valueProblem(entry, text, start, end);
            if (problem != null) {
                return new Gs1Fault(problem, entry.ai());
            }
            elements.add(new Element(entry.ai(), text.substring(start, end)));
            at = end;
            if (at < length && text.charAt(at) == fnc1) {
                at++;
                if (at == length && rules.refusesIdleFnc1()) {
                    return new Gs1Fault(Gs1Problem.FNC1_IDLE);
                }
            }
        }
        return whole(elements, rules);
    }

    /** Up to FNC1 or the end; a predefined length ends by itself. */
    private static int endOfValue(String text, int start, char fnc1, AiEntry entry) {
        int separator = text.indexOf(fnc1, start);
        int end = separator < 0 ? text.length() : separator;
        return entry.isPredefined() ? Math.min(end, start + entry.longest()) : end;
    }

    private static Gs1Result whole(List<Element> elements, Gs1Rules rules) {
        if (elements.isEmpty()) {
            return new Gs1Fault(Gs1Problem.NO_ELEMENTS);
        }
        if (elements.size() > MAX_ELEMENTS) {
            return new Gs1Fault(Gs1Problem.TOO_LONG);
        }
        Gs1Fault fault = Associations.fault(elements, rules);
        return fault == null ? new ElementString(elements) : fault;
    }

    static @Nullable Gs1Problem valueProblem(AiEntry entry, String value) {
        return valueProblem(entry, value, 0, value.length());
    }

    private static @Nullable Gs1Problem valueProblem(AiEntry entry, String text, int from, int to) {
        if (to - from < entry.shortest()) {
            return Gs1Problem.VALUE_TOO_SHORT;
        }
        return to - from > entry.longest() ? Gs1Problem.VALUE_TOO_LONG : entry.problem(text, from, to);
    }
}
