package org.tillwright.core.gs1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Web addresses that carry a GS1 key: {@code https://any.domain/any/prefix/01/09520123456788/10/LOT?17=271231}. The key
 * and its qualifiers stand in the path, everything else in the query.
 */
public final class DigitalLink {

    /** Where links lead whose issuer has no address of its own. */
    public static final String CANONICAL_STEM = "https://id.gs1.org";

    /** Fewest characters of a compressed link: eight bits of identifier and 47 of GTIN, six in a character. */
    private static final int SHORTEST_COMPRESSED = 10;

    private static final int GTIN_BITS = 47;
    private static final int GTIN_DIGITS = 14;
    private static final String BASE_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String UNRESERVED = "-._~";

    private DigitalLink() {}

    /** True if the text is a web address at all; whether it carries a key is for {@link #parse} to say. */
    public static boolean isWebAddress(String text) {
        return afterScheme(text) > 0;
    }

    /** Reads a link. An address without a key comes back as {@link Gs1Problem#LINK_WITHOUT_KEY}. */
    public static Gs1Result parse(String address, Gs1Rules rules) {
        int start = afterScheme(address);
        if (start < 0 || address.length() > Gs1.MAX_LENGTH) {
            return new Gs1Fault(start < 0 ? Gs1Problem.FNC1_MISSING : Gs1Problem.TOO_LONG);
        }
        int fragment = address.indexOf('#', start);
        String whole = address.substring(start, fragment < 0 ? address.length() : fragment);
        int question = whole.indexOf('?');
        String place = question < 0 ? whole : whole.substring(0, question);
        String query = question < 0 ? "" : whole.substring(question + 1);
        String[] segments = place.split("/", -1);
        int key = segments[0].isEmpty() ? -1 : keyIn(segments);
        if (key < 0) {
            boolean isCompressed = isCompressed(segments[segments.length - 1]);
            return new Gs1Fault(isCompressed ? Gs1Problem.LINK_COMPRESSED : Gs1Problem.LINK_WITHOUT_KEY);
        }
        List<Element> elements = new ArrayList<>();
        Gs1Fault fault = readPath(segments, key, elements);
        if (fault == null) {
            fault = readQuery(query, rules, elements);
        }
        return fault == null ? Gs1.of(elements, rules) : fault;
    }

    /** The canonical link to a label's key, or nothing if it has no key or says what no link can. */
    public static Optional<String> of(ElementString label) {
        return of(label, CANONICAL_STEM);
    }

    /**
     * A link to a label's key: its first key, the qualifiers that fit to it, and the rest as attributes in the order of
     * their identifiers, so that two labels that say the same give the same link.
     *
     * @param stem scheme, domain and path before the key, without a slash at the end
     * @return nothing if the label has no key, or says what no link can
     */
    public static Optional<String> of(ElementString label, String stem) {
        for (Element element : label.elements()) {
            AiEntry entry = AiTable.find(element.ai());
            if (entry != null && entry.linkPaths() != null) {
                return Optional.ofNullable(write(label, element, bestPath(label, entry.linkPaths()), stem));
            }
        }
        return Optional.empty();
    }

    private static int afterScheme(String text) {
        for (String scheme : List.of("https://", "http://")) {
            if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return scheme.length();
            }
        }
        return -1;
    }

    /** The rightmost key, looking from the end at every second segment as long as they are numbers. */
    private static int keyIn(String[] segments) {
        for (int i = segments.length - 2; i >= 1; i -= 2) {
            String segment = segments[i];
            AiEntry entry = AiTable.find(segment);
            if (entry != null && entry.linkPaths() != null) {
                return i;
            }
            if (segment.isEmpty() || !Digits.areDigits(segment, 0, segment.length())) {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable Gs1Fault readPath(String[] segments, int key, List<Element> elements) {
        List<String> qualifiers = new ArrayList<>();
        for (int i = key; i + 1 < segments.length; i += 2) {
            Gs1Fault fault = add(segments[i], segments[i + 1], elements);
            if (fault != null) {
                return fault;
            }
            if (i > key) {
                qualifiers.add(segments[i]);
            }
        }
        AiEntry entry = AiTable.find(segments[key]);
        List<List<String>> paths = entry == null || entry.linkPaths() == null ? List.of() : entry.linkPaths();
        boolean fits = qualifiers.isEmpty() || paths.stream().anyMatch(path -> isInOrderOf(qualifiers, path));
        return fits ? null : new Gs1Fault(Gs1Problem.LINK_PATH_INVALID, segments[key]);
    }

    private static @Nullable Gs1Fault readQuery(String query, Gs1Rules rules, List<Element> elements) {
        for (String parameter : query.replace(';', '&').split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (name.isEmpty() || !Digits.areDigits(name, 0, name.length())) {
                continue; // somebody else's parameter
            }
            AiEntry entry = AiTable.find(name);
            if (entry == null || !mayBeAttribute(entry, elements, rules)) {
                return new Gs1Fault(Gs1Problem.LINK_ATTRIBUTE_INVALID, name);
            }
            String value = equals < 0 ? "" : parameter.substring(equals + 1).replace('+', ' ');
            Gs1Fault fault = add(name, value, elements);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** A qualifier belongs into the path; that it is in the query is forgiven unless everything must be right. */
    private static boolean mayBeAttribute(AiEntry entry, List<Element> elements, Gs1Rules rules) {
        AiEntry key = AiTable.find(elements.get(0).ai());
        boolean isQualifier = key != null
                && key.linkPaths() != null
                && key.linkPaths().stream().anyMatch(path -> path.contains(entry.ai()));
        boolean isThere = elements.stream().anyMatch(element -> element.ai().equals(entry.ai()));
        return entry.isLinkAttribute() && !isThere && !(isQualifier && rules.checksRequisites());
    }

    private static @Nullable Gs1Fault add(String ai, String encoded, List<Element> elements) {
        AiEntry entry = AiTable.find(ai);
        if (entry == null) {
            return new Gs1Fault(Gs1Problem.LINK_PATH_INVALID, ai);
        }
        if (Checks.percentEncoding(encoded, 0, encoded.length()) != null) {
            return new Gs1Fault(Gs1Problem.INVALID_PERCENT_SEQUENCE, ai);
        }
        String value = decode(encoded);
        Gs1Problem problem = value.length() < entry.shortest() ? Gs1Problem.VALUE_TOO_SHORT : null;
        if (problem == null) {
            problem = Gs1.valueProblem(entry, value);
        }
        elements.add(new Element(ai, value));
        return problem == null ? null : new Gs1Fault(problem, ai);
    }

    private static boolean isInOrderOf(List<String> qualifiers, List<String> path) {
        int next = 0;
        for (String allowed : path) {
            if (next < qualifiers.size() && qualifiers.get(next).equals(allowed)) {
                next++;
            }
        }
        return next == qualifiers.size();
    }

    private static List<String> bestPath(ElementString label, List<List<String>> paths) {
        List<String> best = List.of();
        for (List<String> path : paths) {
            List<String> present =
                    path.stream().filter(ai -> label.value(ai) != null).toList();
            if (present.size() > best.size()) {
                best = present;
            }
        }
        return best;
    }

    private static @Nullable String write(ElementString label, Element key, List<String> qualifiers, String stem) {
        StringBuilder link = new StringBuilder(stem);
        append(link, "/", key.ai(), "/", key.value());
        for (String qualifier : qualifiers) {
            append(link, "/", qualifier, "/", String.valueOf(label.value(qualifier)));
        }
        List<Element> attributes = label.elements().stream()
                .filter(element -> !element.ai().equals(key.ai()) && !qualifiers.contains(element.ai()))
                .distinct()
                .sorted(Comparator.comparing(Element::ai))
                .toList();
        String before = "?";
        for (Element attribute : attributes) {
            AiEntry entry = AiTable.find(attribute.ai());
            if (entry == null || !entry.isLinkAttribute()) {
                return null;
            }
            append(link, before, attribute.ai(), "=", attribute.value());
            before = "&";
        }
        return link.toString();
    }

    private static void append(StringBuilder link, String before, String ai, String between, String value) {
        link.append(before).append(ai).append(between);
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (isUnreserved(character)) {
                link.append(character);
            } else {
                link.append('%').append(hex(character >> 4)).append(hex(character & 0xF));
            }
        }
    }

    private static boolean isUnreserved(char character) {
        return Digits.isDigit(character)
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || UNRESERVED.indexOf(character) >= 0;
    }

    private static char hex(int half) {
        return "0123456789ABCDEF".charAt(half);
    }

    /** Percent sequences, known to be whole, as the bytes they stand for; no value has a character beyond ASCII. */
    private static String decode(String encoded) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == '%') {
                text.append((char) Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                text.append(encoded.charAt(i));
            }
        }
        return text.toString();
    }

    /**
     * Whether the last segment looks like a compressed link: base64 whose first byte names a GTIN, alone or first in one of
     * the customary combinations, and whose next 47 bits are one with a right check digit.
     */
    private static boolean isCompressed(String segment) {
        if (segment.length() < SHORTEST_COMPRESSED) {
            return false;
        }
        long bits = 0;
        for (int i = 0; i < SHORTEST_COMPRESSED; i++) {
            int value = BASE_64.indexOf(segment.charAt(i));
            if (value < 0) {
                return false;
            }
            bits = (bits << 6) | value;
        }
        int header = (int) (bits >>> (6 * SHORTEST_COMPRESSED - 8));
        boolean namesGtin = header == 0x01 || (header >> 4 <= 9 && (header & 0xF) > 9);
        long number = (bits >>> (6 * SHORTEST_COMPRESSED - 8 - GTIN_BITS)) & ((1L << GTIN_BITS) - 1);
        String digits = Long.toString(number);
        return namesGtin
                && number > 0
                && digits.length() <= GTIN_DIGITS
                && Digits.endInTheirCheckDigit(digits, 0, digits.length());
    }
}
