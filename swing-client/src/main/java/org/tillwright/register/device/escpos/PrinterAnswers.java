package org.tillwright.register.device.escpos;

/**
 * Sorts what a printer sends, byte by byte. Three kinds of answers come over one line, and only their fixed bits tell
 * them apart: one byte to {@code DLE EOT}, one byte to {@code GS r}, and four bytes that a printer which is set to do
 * so sends unasked whenever its state changes (automatic status back).
 */
final class PrinterAnswers {

    /** Bits that are the same in every answer of a kind. */
    private static final int KIND_MASK = 0x93;

    private static final int REAL_TIME = 0x12;
    private static final int UNASKED = 0x10;
    /** Bits that are zero in an answer to {@code GS r}, and in all but the first byte of an unasked status. */
    private static final int IN_TURN_MASK = 0x90;

    private static final int UNASKED_BYTES = 4;

    private int unaskedLeft;

    /** Takes the next byte and tells what it is. */
    Kind take(byte next) {
        int kind = next & KIND_MASK;
        boolean isInTurn = (next & IN_TURN_MASK) == 0;
        if (unaskedLeft > 0 && isInTurn) {
            unaskedLeft--;
            return unaskedLeft == 0 ? Kind.UNASKED : Kind.PART;
        }
        unaskedLeft = 0;
        if (kind == REAL_TIME) {
            return Kind.REAL_TIME;
        }
        if (kind == UNASKED) {
            unaskedLeft = UNASKED_BYTES - 1;
            return Kind.PART;
        }
        return isInTurn ? Kind.IN_TURN : Kind.OTHER;
    }

    /** What a byte means. */
    enum Kind {
        /** The answer to {@code DLE EOT}. */
        REAL_TIME,
        /** The answer to {@code GS r}. */
        IN_TURN,
        /** The last byte of a status that came unasked: something has changed. */
        UNASKED,
        /** A byte of something longer. */
        PART,
        /** Nothing that was asked for, such as XON and XOFF. */
        OTHER
    }
}
