package org.tillwright.core.gs1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application identifier of the dictionary.
 *
 * @param ai its digits
 * @param isPredefined its length is known to every scanner, so that no FNC1 follows
 * @param isLinkAttribute it may stand in the query of a Digital Link
 * @param components the parts of its value, in order
 * @param shortest characters that the value has at least
 * @param longest characters that the value has at most
 * @param requires each group must be met by one of its alternatives, of which all must be there
 * @param excludes none of these may be there; n is any digit
 * @param linkPaths qualifiers that may follow it in the path of a Digital Link, or null if it is no key
 * @param title the standard's short title
 */
record AiEntry(
        String ai,
        boolean isPredefined,
        boolean isLinkAttribute,
        List<Component> components,
        int shortest,
        int longest,
        List<List<List<String>>> requires,
        List<String> excludes,
        @Nullable List<List<String>> linkPaths,
        String title) {

    /**
     * A part of a value.
     *
     * @param shortest characters at least, if it is there at all
     * @param longest characters at most
     * @param isOptional it may be missing
     * @param checks what it must meet, in order
     */
    record Component(int shortest, int longest, boolean isOptional, List<Check> checks) {

        static Component of(String spec) {
            boolean isOptional = spec.startsWith("[");
            String[] parts = (isOptional ? spec.substring(1).replace("]", "") : spec).split(",", -1);
            String size = parts[0].substring(1);
            boolean isVariable = size.startsWith("..");
            int longest = Integer.parseInt(isVariable ? size.substring(2) : size);
            List<Check> checks = new ArrayList<>();
            checks.add(CharacterSets.of(parts[0].charAt(0)));
            for (int i = 1; i < parts.length; i++) {
                Check check = Checks.find(parts[i]);
                if (check == null) {
                    throw new IllegalStateException("There is no check " + parts[i]);
                }
                checks.add(check);
            }
            return new Component(isVariable ? 1 : longest, longest, isOptional, List.copyOf(checks));
        }
    }

    /** Reads the right side of a line of {@link AiFacts}. */
    static AiEntry of(String ai, String flags, String components, String rules, String title) {
        List<Component> parts = new ArrayList<>();
        int shortest = 0;
        int longest = 0;
        for (String spec : components.split(" ", -1)) {
            Component part = Component.of(spec);
            parts.add(part);
            shortest += part.isOptional() ? 0 : part.shortest();
            longest += part.longest();
        }
        List<List<List<String>>> requires = new ArrayList<>();
        List<String> excludes = List.of();
        List<List<String>> linkPaths = null;
        for (String rule : rules.split(" ", -1)) {
            if (rule.startsWith("req=")) {
                requires.add(split(rule.substring(4), ",", "+"));
            } else if (rule.startsWith("ex=")) {
                excludes = List.of(rule.substring(3).split(","));
            } else if (rule.startsWith("dlpkey=")) {
                linkPaths = split(rule.substring(7), "|", ",");
            } else if (rule.equals("dlpkey")) {
                linkPaths = List.of();
            }
        }
        return new AiEntry(
                ai,
                flags.contains("*"),
                flags.contains("?"),
                List.copyOf(parts),
                shortest,
                longest,
                List.copyOf(requires),
                excludes,
                linkPaths,
                title);
    }

    /** Says what is wrong with a value whose length is already known to lie within the bounds, or null. */
    @Nullable
    Gs1Problem problem(String text, int from, int to) {
        int at = from;
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            int end = Math.min(to, at + component.longest);
            if (end == at && component.isOptional) {
                continue;
            }
            if (end - at < component.shortest) {
                return Gs1Problem.VALUE_TOO_SHORT;
            }
            for (int j = 0; j < component.checks.size(); j++) {
                Gs1Problem problem = component.checks.get(j).problem(text, at, end);
                if (problem != null) {
                    return problem;
                }
            }
            at = end;
        }
        return at < to ? Gs1Problem.VALUE_TOO_LONG : null;
    }

    private static List<List<String>> split(String text, String outer, String inner) {
        List<List<String>> groups = new ArrayList<>();
        for (String group : text.split("[" + outer + "]", -1)) {
            groups.add(List.of(group.split("[" + inner + "]", -1)));
        }
        return List.copyOf(groups);
    }
}
