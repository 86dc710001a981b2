package org.tillwright.boot.support;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a text what must not leave the shop: secrets that we know, names of people, and whatever looks like either. */
final class Scrubber {

    private static final int SHORTEST_NAME = 3;

    private record Rule(Pattern pattern, String instead) {}

    private static final List<Rule> RULES = List.of(
            rule("-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*", "[private key]"),
            rule("(?i)bearer\\s+[\\w.~+/=-]+", "Bearer [token]"),
            rule("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+", "[token]"),
            rule("(?i)((?:pass(?:word|wd)?|secret|token)\"?\\s*[=:]\\s*\"?)[^\\s\"&,;]+", "$1[secret]"),
            rule("(?i)(\\bPINs?\\b[^\n]{0,60}?)\\b\\d{4,8}\\b", "$1[pin]"),
            rule("\\b[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}\\b", "[enrolment code]"),
            rule("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", "[e-mail]"),
            rule("\\b(?:\\d[ -]?){12,18}\\d\\b", "[number]"),
            rule("\\b[0-9a-fA-F]{32,}\\b", "[hex]"),
            rule("\\b[\\w-]{43,}\\b", "[token]"));

    private final List<Rule> known;

    /**
     * Knows what to look for.
     *
     * @param secrets passwords and the like, as they are
     * @param names of people
     */
    Scrubber(List<String> secrets, List<String> names) {
        this.known = java.util.stream.Stream.concat(
                        secrets.stream().filter(text -> !text.isBlank()).map(text -> literal(text, "[secret]")),
                        names.stream()
                                .filter(name -> name.length() >= SHORTEST_NAME)
                                .sorted(Comparator.comparing(String::length).reversed())
                                .map(name -> literal(name, "[person]")))
                .toList();
    }

    String scrub(String text) {
        String clean = text;
        for (Rule rule : known) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.instead());
        }
        for (Rule rule : RULES) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.instead());
        }
        return clean;
    }

    private static Rule literal(String text, String instead) {
        return new Rule(Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), instead);
    }

    private static Rule rule(String pattern, String instead) {
        return new Rule(Pattern.compile(pattern), instead);
    }
}
