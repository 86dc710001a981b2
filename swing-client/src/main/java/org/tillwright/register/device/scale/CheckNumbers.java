package org.tillwright.register.device.scale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.device.ScaleReading;

/**
 * What a Dialog 06 scale asks a register for before it weighs: pairs of a check sum over the parts of the program that
 * handle weights (CS), and the rest of that sum divided by a polynomial that only the makers of scale and register know
 * (KW). Both travel disguised by a random number that the scale sends: CS rotated left by its upper four bits, KW
 * rotated right by its lower four (Ohaus Aviator service manual, 6.1.3; Mettler Toledo Diva service manual, 6.1.8).
 */
final class CheckNumbers {

    /** What the sums are made of; the first so many as the scale asks for. */
    private static final List<Class<?>> PARTS =
            List.of(Dialog06Scale.class, Dialog06Line.class, ScaleReading.class, Quantity.class, UnitPrice.class);

    /** Most pairs that a scale asks for. */
    static final int MOST_PAIRS = 5;

    private static final int BITS = 16;
    private static final int MASK = 0xFFFF;

    /** CCITT's polynomial, for the sums themselves; it is no secret. */
    private static final int SUM_POLYNOMIAL = 0x1021;

    private CheckNumbers() {}

    /**
     * Returns the answer to a scale's question: pairs of eight hexadecimal digits, one after the other.
     *
     * @param polynomial the lower 16 bits of the secret one; x^16 goes without saying
     * @param random the scale's random number, 0 to 255
     */
    static String answer(int polynomial, int pairs, int random) {
        StringBuilder answer = new StringBuilder();
        PARTS.stream().limit(pairs).forEach(part -> answer.append(pair(sumOf(part), polynomial, random)));
        return answer.toString();
    }

    /** Returns one pair, disguised. */
    static String pair(int sum, int polynomial, int random) {
        int shownSum = rotateLeft(sum, random >> 4);
        int shownRest = rotateLeft(rest(sum, polynomial), BITS - (random & 0x0F));
        return String.format(Locale.ROOT, "%04X%04X", shownSum, shownRest);
    }

    /** Returns the rest of the polynomial division of a 16-bit sum, with 16 zeros behind it, by x^16 + polynomial. */
    static int rest(int sum, int polynomial) {
        int rest = sum & MASK;
        for (int bit = 0; bit < BITS; bit++) {
            rest = (rest & 0x8000) == 0 ? rest << 1 : (rest << 1) ^ polynomial;
        }
        return rest & MASK;
    }

    private static int rotateLeft(int value, int bits) {
        int by = bits % BITS;
        return ((value << by) | (value >>> (BITS - by))) & MASK;
    }

    /** The check sum of a class as it runs: CRC-16 of its file. */
    private static int sumOf(Class<?> part) {
        String file = "/" + part.getName().replace('.', '/') + ".class";
        try (InputStream bytes = part.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException(file + " cannot be read, though it runs");
            }
            return crc(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** CRC-16 with CCITT's polynomial, beginning with all ones. */
    static int crc(byte[] bytes) {
        int crc = MASK;
        for (byte one : bytes) {
            crc = crc ^ ((one & 0xFF) << 8);
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ SUM_POLYNOMIAL;
            }
            crc = crc & MASK;
        }
        return crc;
    }
}
