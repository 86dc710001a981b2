package org.tillwright.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a script, taken apart: words with blanks between them. A word in double quotes may hold blanks; in it
 * {@code \"}, {@code \\}, {@code \r}, {@code \n}, {@code \t} and {@code \xHH} stand for signs that cannot be written.
 */
final class ScriptLine {

    /** Longest line, in characters. */
    static final int MOST_CHARACTERS = 2_000;

    private final String line;
    private final List<String> words = new ArrayList<>();
    private int at;

    private ScriptLine(String line) {
        this.line = line;
    }

    /** The words of a line; none for an empty one and for a remark, which begins with {@code #}. */
    static List<String> words(String line) throws ScriptException {
        if (line.length() > MOST_CHARACTERS) {
            throw new ScriptException("this line is longer than " + MOST_CHARACTERS + " characters");
        }
        String stripped = line.strip();
        return stripped.startsWith("#") ? List.of() : new ScriptLine(stripped).taken();
    }

    private List<String> taken() throws ScriptException {
        while (at < line.length()) {
            if (Character.isWhitespace(line.charAt(at))) {
                at++;
            } else if (line.charAt(at) == '"') {
                words.add(quoted());
            } else {
                words.add(bare());
            }
        }
        return List.copyOf(words);
    }

    private String bare() {
        int start = at;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return line.substring(start, at);
    }

    private String quoted() throws ScriptException {
        var word = new StringBuilder();
        at++;
        while (at < line.length() && line.charAt(at) != '"') {
            char sign = line.charAt(at);
            at++;
            word.append(sign == '\\' ? escaped() : sign);
        }
        if (at == line.length()) {
            throw new ScriptException("a quote is opened and not closed");
        }
        at++;
        return word.toString();
    }

    private char escaped() throws ScriptException {
        if (at == line.length()) {
            throw new ScriptException("a quote is opened and not closed");
        }
        char sign = line.charAt(at);
        at++;
        return switch (sign) {
            case '"', '\\' -> sign;
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'x' -> hexadecimal();
            default -> throw new ScriptException("\\" + sign + " means nothing; \\\" \\\\ \\r \\n \\t and \\xHH do");
        };
    }

    private char hexadecimal() throws ScriptException {
        String digits = line.substring(at, Math.min(line.length(), at + 2));
        if (!digits.matches("[0-9A-Fa-f]{2}")) {
            throw new ScriptException("\\x needs two hexadecimal digits, such as \\x1d");
        }
        at += 2;
        return (char) Integer.parseInt(digits, 16);
    }
}
