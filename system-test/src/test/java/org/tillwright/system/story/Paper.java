package org.tillwright.system.story;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands on a piece of paper, line by line. */
record Paper(String text) {

    /** Sees to it that one line has all of this, in this order. */
    Paper line(String... parts) {
        String wanted = Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining(".*"));
        Pattern pattern = Pattern.compile(wanted);
        if (text.lines().noneMatch(line -> pattern.matcher(line).find())) {
            throw new AssertionError("No line has " + Arrays.toString(parts) + " on this paper:\n" + text);
        }
        return this;
    }

    /** Sees to it that this stands nowhere. */
    Paper without(String part) {
        if (text.contains(part)) {
            throw new AssertionError("“" + part + "” stands on this paper:\n" + text);
        }
        return this;
    }

    /** The first group of the first line that fits. */
    String find(Pattern pattern) {
        return text.lines()
                .map(pattern::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing like " + pattern + " is on this paper:\n" + text));
    }
}
