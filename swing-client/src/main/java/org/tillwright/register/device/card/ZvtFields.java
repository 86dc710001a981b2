package org.tillwright.register.device.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields ("BMPs") of a ZVT message, by the table in chapter 13 of revision 13.11. Card number and tracks are
 * reduced to the last four digits while they are read.
 */
final class ZvtFields {

    static final int AMOUNT = 0x04;
    static final int TRACE = 0x0B;
    static final int CARD_NUMBER = 0x22;
    static final int RESULT = 0x27;
    static final int TERMINAL_ID = 0x29;
    static final int AUTHORIZATION_CODE = 0x3B;
    static final int CURRENCY = 0x49;
    static final int RECEIPT_NUMBER = 0x87;
    static final int CARD_TYPE = 0x8A;
    static final int CARD_NAME = 0x8B;

    private static final int TLV_CONTAINER = 0x06;
    private static final Map<Integer, Integer> FIXED_LENGTHS = Map.ofEntries(
            Map.entry(0x01, 1),
            Map.entry(0x02, 1),
            Map.entry(0x03, 1),
            Map.entry(AMOUNT, 6),
            Map.entry(0x05, 1),
            Map.entry(TRACE, 3),
            Map.entry(0x0C, 3),
            Map.entry(0x0D, 2),
            Map.entry(0x0E, 2),
            Map.entry(0x17, 2),
            Map.entry(0x19, 1),
            Map.entry(RESULT, 1),
            Map.entry(TERMINAL_ID, 4),
            Map.entry(0x2A, 15),
            Map.entry(0x37, 3),
            Map.entry(0x3A, 2),
            Map.entry(AUTHORIZATION_CODE, 8),
            Map.entry(0x3D, 3),
            Map.entry(CURRENCY, 2),
            Map.entry(RECEIPT_NUMBER, 2),
            Map.entry(0x88, 3),
            Map.entry(CARD_TYPE, 1),
            Map.entry(0x8C, 1),
            Map.entry(0xA0, 1),
            Map.entry(0xAA, 3),
            Map.entry(0xBA, 5),
            Map.entry(0xD0, 1),
            Map.entry(0xD2, 1),
            Map.entry(0xD3, 1),
            Map.entry(0xE0, 1),
            Map.entry(0xF0, 1));

    private static final Set<Integer> TWO_LENGTH_DIGITS =
            Set.of(CARD_NUMBER, 0x23, 0x2D, CARD_NAME, 0xA7, 0xD1, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8);
    private static final Set<Integer> THREE_LENGTH_DIGITS = Set.of(0x24, 0x2E, 0x3C, 0x60, 0x9A, 0xAF);
    /** Magnetic tracks and chip data hold the card number in other clothes. */
    private static final Set<Integer> NEVER_KEPT = Set.of(0x23, 0x24, 0x2D, 0x2E, 0xA7, 0xAF);

    private static final int LAST_DIGITS = 4;

    private final byte[] data;
    private final Map<Integer, byte[]> values = new HashMap<>();
    private int at;

    private ZvtFields(byte[] data, int from) {
        this.data = data;
        at = from;
    }

    /** Reads fields from a position on. What follows a field that this table does not know is left unread. */
    static ZvtFields of(byte[] data, int from) {
        var fields = new ZvtFields(data, from);
        try {
            boolean known = true;
            while (known && fields.at < data.length) {
                known = fields.readOne();
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            // The last field is cut short. Those before it are whole, and the caller asks for what it cannot do
            // without.
            fields.at = data.length;
        }
        return fields;
    }

    private boolean readOne() {
        int tag = data[at++] & 0xFF;
        Integer fixed = FIXED_LENGTHS.get(tag);
        int length;
        if (fixed != null) {
            length = fixed;
        } else if (TWO_LENGTH_DIGITS.contains(tag)) {
            length = lengthDigits(2);
        } else if (THREE_LENGTH_DIGITS.contains(tag)) {
            length = lengthDigits(3);
        } else if (tag == TLV_CONTAINER) {
            length = tlvLength();
        } else {
            return false;
        }
        if (at + length > data.length) {
            throw new ArrayIndexOutOfBoundsException(at + length);
        }
        if (!NEVER_KEPT.contains(tag)) {
            byte[] value = Arrays.copyOfRange(data, at, at + length);
            values.put(tag, tag == CARD_NUMBER ? lastDigits(value) : value);
        }
        at += length;
        return true;
    }

    private int lengthDigits(int count) {
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = length * 10 + (data[at++] & 0x0F);
        }
        return length;
    }

    private int tlvLength() {
        int first = data[at++] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7F); i++) {
            length = length << 8 | (data[at++] & 0xFF);
        }
        return length;
    }

    /** Card numbers come as digits in half bytes, masked ones as E, filled up with F. */
    private static byte[] lastDigits(byte[] packed) {
        String digits = HexFormat.of().withUpperCase().formatHex(packed).replaceAll("F+$", "");
        String last = digits.length() < LAST_DIGITS ? digits : digits.substring(digits.length() - LAST_DIGITS);
        return last.replaceAll("[^0-9]", "*").getBytes(StandardCharsets.US_ASCII);
    }

    /** A field of digits in half bytes. */
    Optional<String> digits(int tag) {
        return Optional.ofNullable(values.get(tag)).map(HexFormat.of()::formatHex);
    }

    /** A field of text, without what it was filled up with. */
    Optional<String> text(int tag) {
        return Optional.ofNullable(values.get(tag))
                .map(value -> new String(value, StandardCharsets.ISO_8859_1)
                        .replaceAll("\\p{Cntrl}", "")
                        .strip())
                .filter(text -> !text.isEmpty());
    }

    /** A field of one byte. */
    Optional<Integer> number(int tag) {
        return Optional.ofNullable(values.get(tag)).map(value -> value[0] & 0xFF);
    }
}
