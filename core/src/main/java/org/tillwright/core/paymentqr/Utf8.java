package org.tillwright.core.paymentqr;

import org.jspecify.annotations.Nullable;

/** UTF-8 without substitutes: what has no bytes, or no letters, is refused and not replaced by question marks. */
final class Utf8 {

    private static final int MAX_LETTER = 0x10FFFF;

    private Utf8() {}

    /** True if no half of a surrogate pair stands alone. */
    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Returns the bytes of a whole text. */
    static byte[] encode(String text) {
        byte[] bytes = new byte[3 * text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int letter = text.codePointAt(i);
            if (letter < 0x80) {
                bytes[length++] = (byte) letter;
                continue;
            }
            int more = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
            int lead = more == 1 ? 0xC0 : more == 2 ? 0xE0 : 0xF0;
            bytes[length++] = (byte) (lead | (letter >> (6 * more)));
            for (int rest = more - 1; rest >= 0; rest--) {
                bytes[length++] = (byte) (0x80 | ((letter >> (6 * rest)) & 0x3F));
            }
            i += more == 3 ? 1 : 0;
        }
        byte[] exact = new byte[length];
        System.arraycopy(bytes, 0, exact, 0, length);
        return exact;
    }

    /** Returns the text of bytes, or null if they are not UTF-8: too long a form, half a letter, beyond Unicode. */
    static @Nullable String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < bytes.length) {
            int lead = bytes[at] & 0xFF;
            int more = lead < 0x80 ? 0 : lead < 0xC0 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF8 ? 3 : -1;
            if (more < 0 || at + more >= bytes.length) {
                return null;
            }
            int letter = more == 0 ? lead : lead & (0x3F >> more);
            for (int i = 1; i <= more; i++) {
                int next = bytes[at + i] & 0xFF;
                if ((next & 0xC0) != 0x80) {
                    return null;
                }
                letter = (letter << 6) | (next & 0x3F);
            }
            if (!isShortest(letter, more)) {
                return null;
            }
            text.appendCodePoint(letter);
            at += 1 + more;
        }
        return text.toString();
    }

    private static boolean isShortest(int letter, int more) {
        int least = more == 0 ? 0 : more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
        boolean isHalf = letter >= 0xD800 && letter <= 0xDFFF;
        return letter >= least && letter <= MAX_LETTER && !isHalf;
    }
}
