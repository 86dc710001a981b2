package org.tillwright.register.device.card;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** How long each field ("BMP") of a ZVT message is, by the table of revision 13.11, chapter 13. */
final class Bmp {

    static final int SERVICE_BYTE = 0x03;
    static final int AMOUNT = 0x04;
    static final int TLV_CONTAINER = 0x06;
    static final int TRACE = 0x0B;
    static final int CARD_NUMBER = 0x22;
    static final int RESULT = 0x27;
    static final int TERMINAL_ID = 0x29;
    static final int ORIGINAL_TRACE = 0x37;
    static final int AUTHORIZATION_CODE = 0x3B;
    static final int CURRENCY = 0x49;
    static final int TOTALS = 0x60;
    static final int RECEIPT_NUMBER = 0x87;
    static final int CARD_TYPE = 0x8A;
    static final int CARD_NAME = 0x8B;

    /** The length stands before the value, as two digits. */
    private static final int LL = -2;
    /** As three digits. */
    private static final int LLL = -3;
    /** As TLV lengths are. */
    private static final int TLV = -1;

    private static final Map<Integer, Integer> LENGTHS = new HashMap<>();

    static {
        put(1, 0x01, 0x02, SERVICE_BYTE, 0x05, 0x19, RESULT, CARD_TYPE, 0x8C, 0xA0, 0xD0, 0xD2, 0xD3);
        put(1, 0x72, 0x73, 0x74, 0x75, 0xE0, 0xE9, 0xEA, 0xF0, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD);
        put(2, 0x0D, 0x0E, 0x17, 0x3A, CURRENCY, RECEIPT_NUMBER);
        put(3, TRACE, 0x0C, ORIGINAL_TRACE, 0x3D, 0x88, 0xAA);
        put(4, TERMINAL_ID, 0x70, 0x71);
        put(5, 0xBA);
        put(6, AMOUNT);
        put(8, AUTHORIZATION_CODE, 0xEB);
        put(15, 0x2A);
        put(LL, CARD_NUMBER, 0x23, 0x2D, CARD_NAME, 0xA7, 0xD1);
        put(LL, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8);
        put(LLL, 0x24, 0x2E, 0x3C, TOTALS, 0x9A, 0xAF);
        put(TLV, TLV_CONTAINER);
    }

    private Bmp() {}

    private static void put(int length, int... tags) {
        for (int tag : tags) {
            LENGTHS.put(tag, length);
        }
    }

    /** How many bytes this field has at this place, told by itself where it varies; empty for a field that nobody knows. */
    static OptionalInt length(int tag, Cursor at) {
        Integer length = LENGTHS.get(tag);
        if (length == null) {
            return OptionalInt.empty();
        } else if (length == TLV) {
            return OptionalInt.of(at.tlvLength());
        }
        return OptionalInt.of(length > 0 ? length : at.digitLength(-length));
    }

    /** A place in a message's bytes. */
    static final class Cursor {

        private final byte[] data;
        private int at;

        Cursor(byte[] data) {
            this.data = data;
        }

        boolean isAtEnd() {
            return at >= data.length;
        }

        /** @throws CutShort past the end */
        int next() {
            if (isAtEnd()) {
                throw new CutShort();
            }
            return data[at++] & 0xFF;
        }

        byte[] take(int count) {
            if (count > data.length - at) {
                throw new CutShort();
            }
            byte[] taken = new byte[count];
            System.arraycopy(data, at, taken, 0, count);
            at += count;
            return taken;
        }

        /** Each digit in the low half of a byte whose high half is F. */
        int digitLength(int digits) {
            int length = 0;
            for (int i = 0; i < digits; i++) {
                length = length * 10 + (next() & 0x0F);
            }
            return length;
        }

        int tlvLength() {
            int first = next();
            if (first < 0x80) {
                return first;
            }
            int length = 0;
            for (int i = 0; i < (first & 0x7F); i++) {
                length = length << 8 | next();
                if (length > Apdu.MAX_DATA_BYTES) {
                    throw new CutShort();
                }
            }
            return length;
        }

        /** A TLV tag: one byte, or as many as say that another follows. */
        int tlvTag() {
            int tag = next();
            if ((tag & 0x1F) == 0x1F) {
                int more = next();
                tag = tag << 8 | more;
                if ((more & 0x80) != 0) {
                    tag = tag << 8 | next();
                }
            }
            return tag;
        }
    }

    /** A message ends within a field. */
    static final class CutShort extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CutShort() {
            super("a ZVT field is cut short", null, false, false);
        }
    }
}
