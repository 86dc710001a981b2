package org.tillwright.system;

import java.util.ArrayList;
import java.util.List;

/** The same figures as two parties have them, side by side. */
final class Comparison {

    private static final String ROW = "%-24s %12s %12s%n";

    private final StringBuilder text = new StringBuilder(ROW.formatted("", "register", "server"));
    private final List<String> differences = new ArrayList<>();

    void row(String name, long register, long server) {
        text.append(ROW.formatted(name, register, server));
        if (register != server) {
            differences.add(name + " " + register + " and " + server);
        }
    }

    /** What differs, a phrase each; empty when all is equal. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    String text() {
        return text.toString();
    }
}
