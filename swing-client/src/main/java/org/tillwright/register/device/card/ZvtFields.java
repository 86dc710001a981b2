package org.tillwright.register.device.card;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tillwright.register.device.card.Bmp.Cursor;
import org.tillwright.register.device.card.Bmp.CutShort;
import org.tillwright.wire.CardNumbers;

/**
 * The fields of a ZVT message. What could identify a card beyond its last four digits is dropped while it is read, and is
 * neither kept nor told: tracks, chip data, check values, expiry dates, and everything in the TLV container but texts.
 */
final class ZvtFields {

    /** Terminals print in code page 437, as the first of them did. */
    private static final Charset PRINTED = Charset.forName("IBM437");

    /** The only fields that are kept; a field that no line here names cannot reach a log, a journal or a screen. */
    private static final Set<Integer> KEPT = Set.of(
            Bmp.AMOUNT,
            Bmp.TRACE,
            Bmp.CARD_NUMBER,
            Bmp.RESULT,
            Bmp.TERMINAL_ID,
            Bmp.ORIGINAL_TRACE,
            Bmp.AUTHORIZATION_CODE,
            Bmp.CURRENCY,
            Bmp.TOTALS,
            Bmp.RECEIPT_NUMBER,
            Bmp.CARD_TYPE,
            Bmp.CARD_NAME);

    private static final int TAG_LINE = 0x07;
    private static final int TAG_DISPLAY = 0x24;
    private static final int TAG_PRINT = 0x25;
    private static final int TAG_RECEIPT_TYPE = 0x1F07;

    private static final int LAST_DIGITS = 4;

    private final Map<Integer, byte[]> values = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private OptionalInt receiptType = OptionalInt.empty();

    private ZvtFields() {}

    /**
     * Reads fields from a position on. What follows a field that nobody knows, or one that is cut short, is left unread: the
     * caller asks for what it cannot do without.
     */
    static ZvtFields of(byte[] data, int from) {
        var fields = new ZvtFields();
        var at = new Cursor(data);
        try {
            at.take(Math.min(from, data.length));
            while (!at.isAtEnd() && fields.readOne(at)) {
                // Each turn reads one field.
            }
        } catch (CutShort e) {
            // Those before it are whole.
        }
        return fields;
    }

    private boolean readOne(Cursor at) {
        int tag = at.next();
        OptionalInt length = Bmp.length(tag, at);
        if (length.isEmpty()) {
            return false;
        }
        byte[] value = at.take(length.getAsInt());
        if (tag == Bmp.TLV_CONTAINER) {
            readContainer(value);
        } else if (KEPT.contains(tag)) {
            values.put(tag, tag == Bmp.CARD_NUMBER ? lastDigits(value) : value);
        }
        return true;
    }

    /** A container that is damaged inside does not hide what follows it. */
    private void readContainer(byte[] value) {
        try {
            readTlv(new Cursor(value));
        } catch (CutShort e) {
            // What was read of it is whole.
        }
    }

    private void readTlv(Cursor at) {
        while (!at.isAtEnd()) {
            int tag = at.tlvTag();
            byte[] value = at.take(at.tlvLength());
            switch (tag) {
                case TAG_DISPLAY, TAG_PRINT -> readTlv(new Cursor(value));
                case TAG_LINE -> lines.add(printable(value));
                case TAG_RECEIPT_TYPE ->
                    receiptType = value.length == 0 ? OptionalInt.empty() : OptionalInt.of(value[value.length - 1]);
                default -> {
                    // Not needed, so not kept.
                }
            }
        }
    }

    /** A line of text as it may be shown and printed. */
    static String printable(byte[] text) {
        return CardNumbers.masked(new String(text, PRINTED).replaceAll("\\p{Cntrl}", ""));
    }

    /** Card numbers come as digits in half bytes, masked ones as E, filled up with F. */
    private static byte[] lastDigits(byte[] packed) {
        String digits = HexFormat.of().withUpperCase().formatHex(packed).replaceAll("F+$", "");
        String last = digits.length() < LAST_DIGITS ? digits : digits.substring(digits.length() - LAST_DIGITS);
        return last.replaceAll("[^0-9]", "*").getBytes(StandardCharsets.US_ASCII);
    }

    /** The lines of text in the TLV container, without card numbers. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** What a printed text is: 1 for the merchant, 2 for the customer, 3 for neither. */
    OptionalInt receiptType() {
        return receiptType;
    }

    /** A field of digits in half bytes. */
    Optional<String> digits(int tag) {
        return bytes(tag).map(HexFormat.of()::formatHex).filter(text -> text.matches("[0-9]+"));
    }

    /** A field of digits that says 0 for nothing. */
    Optional<String> number(int tag) {
        return digits(tag).filter(digits -> !digits.matches("0+"));
    }

    /** A field of text, without what it was filled up with and without card numbers. */
    Optional<String> text(int tag) {
        return bytes(tag)
                .map(value -> CardNumbers.masked(
                                new String(value, StandardCharsets.ISO_8859_1).replaceAll("\\p{Cntrl}", ""))
                        .strip())
                .filter(text -> !text.isEmpty());
    }

    /** A field of one byte. */
    Optional<Integer> code(int tag) {
        return bytes(tag).map(value -> value[0] & 0xFF);
    }

    /** A field as it came. */
    Optional<byte[]> bytes(int tag) {
        return Optional.ofNullable(values.get(tag)).map(byte[]::clone);
    }
}
