package org.tillwright.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of sheets as Excel takes them: short, without some signs, and no two alike whatever their case. */
final class SheetNames {

    private static final int MOST_CHARACTERS = 31;

    private final Set<String> taken = new HashSet<>();

    String unique(String wanted) {
        String plain =
                XmlText.visible(wanted).replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String base = cut(plain.isEmpty() ? "-" : plain, MOST_CHARACTERS);
        String name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String tail = " " + i;
            name = cut(base, MOST_CHARACTERS - tail.length()) + tail;
        }
        return name;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most).strip();
    }
}
