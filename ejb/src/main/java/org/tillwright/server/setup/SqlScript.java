package org.tillwright.server.setup;

import java.util.ArrayList;
import java.util.List;

/** Splits a file of plain SQL into statements. Knows quoted texts and comments to the end of the line; no more. */
final class SqlScript {

    private final String text;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int position;

    private SqlScript(String text) {
        this.text = text;
    }

    static List<String> statementsOf(String text) {
        return new SqlScript(text).split();
    }

    private List<String> split() {
        while (position < text.length()) {
            char next = text.charAt(position);
            if (next == '\'') {
                quoted();
            } else if (text.startsWith("--", position)) {
                skipLine();
            } else if (next == ';') {
                end();
                position++;
            } else {
                current.append(next);
                position++;
            }
        }
        end();
        return List.copyOf(statements);
    }

    /** A quote inside is doubled, or has a backslash before it. */
    private void quoted() {
        current.append(text.charAt(position++));
        while (position < text.length()) {
            char next = text.charAt(position++);
            current.append(next);
            if (next == '\\' && position < text.length()) {
                current.append(text.charAt(position++));
            } else if (next == '\'') {
                return; // a doubled quote simply opens the next quoted part
            }
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
    }

    private void end() {
        String statement = current.toString().strip();
        if (!statement.isEmpty()) {
            statements.add(statement);
        }
        current.setLength(0);
    }
}
