package org.tillwright.register.device.scanner;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Puts a scanner's bytes together to codes, with what the scanner says of the symbol before them. A code ends with CR, LF
 * or the sign that the suffix ends with, or with a pause when the scanner sends no line end.
 */
final class ScanFrames {

    /** Longest text that is taken for a code: a GS1 symbol with every field holds less. */
    static final int MAX_CODE_LENGTH = 256;

    private static final char GS1_SEPARATOR = 0x1D;

    private final byte[] code = new byte[MAX_CODE_LENGTH];
    private final ScanFraming framing;
    private final String prefix;
    private final String suffix;
    private final int lastSign;
    private int length;
    private boolean tooLong;

    ScanFrames() {
        this(ScanFraming.USUAL);
    }

    ScanFrames(ScanFraming framing) {
        this.framing = framing;
        this.prefix = kept(framing.prefix());
        this.suffix = kept(framing.suffix());
        String marks = framing.suffix();
        int last = marks.isEmpty() ? '\r' : marks.charAt(marks.length() - 1);
        this.lastSign = last < ' ' && last != GS1_SEPARATOR ? last : '\r';
    }

    /** Takes one byte; returns a code when this byte ended one. */
    Optional<String> take(byte arrived) {
        int sign = arrived & 0xFF;
        if (sign == '\r' || sign == '\n' || sign == lastSign) {
            return end();
        }
        if (isAround(sign)) {
            return Optional.empty(); // STX, NUL and the like stand around a code, not in it
        }
        if (length == MAX_CODE_LENGTH) {
            tooLong = true;
        } else {
            code[length] = arrived;
            length++;
        }
        return Optional.empty();
    }

    private static boolean isAround(int sign) {
        return (sign < ' ' && sign != GS1_SEPARATOR) || sign == 0x7F;
    }

    boolean isInside() {
        return length > 0;
    }

    /** Nothing came for a while: that ends a code, or shows that one was cut off. */
    Optional<String> pause() {
        if (framing.endsByPause()) {
            return end();
        }
        forget();
        return Optional.empty();
    }

    /** Ends the code at hand. */
    private Optional<String> end() {
        String read = tooLong ? "" : within(trimmed(kept(decoded())));
        forget();
        return read.isEmpty() ? Optional.empty() : Optional.of(read);
    }

    private void forget() {
        length = 0;
        tooLong = false;
    }

    /** Scanners send UTF-8 or, as of old, Latin letters in one byte each. */
    private String decoded() {
        ByteBuffer bytes = ByteBuffer.wrap(code, 0, length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return new String(code, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    /** A code without its marks, or nothing when they are not there. */
    private String within(String text) {
        boolean isWhole =
                text.length() >= prefix.length() + suffix.length() && text.startsWith(prefix) && text.endsWith(suffix);
        return isWhole ? trimmed(text.substring(prefix.length(), text.length() - suffix.length())) : "";
    }

    /** The signs of a text that can stand in a code. */
    private static String kept(String text) {
        IntPredicate isKept = sign -> !Character.isISOControl(sign) || sign == GS1_SEPARATOR;
        return text.codePoints()
                .filter(isKept)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
