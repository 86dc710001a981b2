package org.tillwright.register.device.scanner;

import java.util.Optional;

/**
 * Puts a scanner's bytes together to codes, with what the scanner says of the symbol before them. A code ends with CR or LF, or with a pause when the scanner sends no line
 * end.
 */
final class ScanFrames {

    /** Longest text that is taken for a code: a GS1 symbol with every field holds less. */
    static final int MAX_CODE_LENGTH = 256;

    private static final char GS1_SEPARATOR = 0x1D;

    private final StringBuilder code = new StringBuilder();
    private boolean tooLong;

    /** Takes one byte; returns a code when this byte ended one. */
    Optional<String> take(byte arrived) {
        char character = (char) (arrived & 0xFF);
        if (character == '\r' || character == '\n') {
            return end();
        }
        if (character < ' ' && character != GS1_SEPARATOR) {
            return Optional.empty(); // STX, NUL and the like stand around a code, not in it
        }
        if (code.length() == MAX_CODE_LENGTH) {
            tooLong = true;
        } else {
            code.append(character);
        }
        return Optional.empty();
    }

    boolean isInside() {
        return !code.isEmpty();
    }

    /** Ends the code at hand: its line end came, or nothing came for a while. */
    Optional<String> end() {
        String read = tooLong ? "" : trimmed(code.toString());
        code.setLength(0);
        tooLong = false;
        return read.isEmpty() ? Optional.empty() : Optional.of(read);
    }

    /** A separator of GS1 at an end belongs to the code, though Java takes it for a blank. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }
}
