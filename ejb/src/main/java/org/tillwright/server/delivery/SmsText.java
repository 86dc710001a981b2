package org.tillwright.server.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as phones take it (3GPP 23.038 and 23.040): in the alphabet of seven bits where it has every letter, else in two
 * bytes a letter; in parts that the phone puts together again where it is long.
 */
final class SmsText {

    /** More would be a letter, and dear. */
    static final int MAX_PARTS = 6;

    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final byte[] EXTENSION_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};
    private static final int ESCAPE = 0x1B;

    private static final int WHOLE_SEPTETS = 160;
    private static final int PART_SEPTETS = 153;
    private static final int WHOLE_BYTES = 140;
    private static final int PART_BYTES = 134;

    private final boolean wide;
    private final List<byte[]> parts;

    private SmsText(boolean wide, List<byte[]> parts) {
        this.wide = wide;
        this.parts = List.copyOf(parts);
    }

    /** Encodes a text; what is beyond the last part is cut off. */
    static SmsText of(String text) {
        boolean wide = text.chars().anyMatch(c -> !isPlain((char) c));
        List<byte[]> letters = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int end = i + Character.charCount(text.codePointAt(i));
            byte[] letter = wide ? text.substring(i, end).getBytes(StandardCharsets.UTF_16BE) : septets(text.charAt(i));
            letters.add(letter);
            length += letter.length;
            i = end;
        }
        int most = wide
                ? (length <= WHOLE_BYTES ? WHOLE_BYTES : PART_BYTES)
                : (length <= WHOLE_SEPTETS ? WHOLE_SEPTETS : PART_SEPTETS);
        return new SmsText(wide, split(letters, most));
    }

    /** No letter is cut in two. */
    private static List<byte[]> split(List<byte[]> letters, int most) {
        List<byte[]> parts = new ArrayList<>();
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        for (byte[] letter : letters) {
            if (part.size() + letter.length > most) {
                parts.add(part.toByteArray());
                part = new ByteArrayOutputStream();
                if (parts.size() == MAX_PARTS) {
                    return parts;
                }
            }
            part.writeBytes(letter);
        }
        parts.add(part.toByteArray());
        return parts;
    }

    private static boolean isPlain(char letter) {
        return (ALPHABET.indexOf(letter) >= 0 && letter != ESCAPE) || EXTENSION.indexOf(letter) >= 0;
    }

    private static byte[] septets(char letter) {
        int plain = ALPHABET.indexOf(letter);
        return plain >= 0 ? new byte[] {(byte) plain} : new byte[] {ESCAPE, EXTENSION_CODES[EXTENSION.indexOf(letter)]};
    }

    /** True if it is in two bytes a letter. */
    boolean isWide() {
        return wide;
    }

    /** Returns the bytes of each part, a septet in each byte where it is not wide. */
    List<byte[]> parts() {
        return parts;
    }
}
