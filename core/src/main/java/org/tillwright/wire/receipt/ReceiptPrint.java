package org.tillwright.wire.receipt;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which paper of a sale it is.
 *
 * @param copy 0 for the first; the number of a repeat; or {@link #UNCOUNTED}
 * @param giftLines lines on a receipt without prices, empty for all; null for a receipt with prices
 */
public record ReceiptPrint(int copy, @Nullable Set<Long> giftLines) {

    /** A repeat whose number nobody knows. */
    public static final int UNCOUNTED = -1;

    public static final ReceiptPrint ORIGINAL = new ReceiptPrint(0, null);

    public ReceiptPrint {
        giftLines = giftLines == null ? null : Set.copyOf(giftLines);
    }

    /** Returns a repeat. */
    public static ReceiptPrint copy(int number) {
        return new ReceiptPrint(number, null);
    }

    /** Returns a receipt without prices, of some lines or of all. */
    public static ReceiptPrint gift(Set<Long> lines) {
        return new ReceiptPrint(0, lines);
    }

    /** Returns a repeat of a receipt without prices; those are not counted. */
    public static ReceiptPrint giftCopy(Set<Long> lines) {
        return new ReceiptPrint(UNCOUNTED, lines);
    }

    boolean isCopy() {
        return copy != 0;
    }

    boolean isGift() {
        return giftLines != null;
    }

    boolean shows(long line) {
        return giftLines == null || giftLines.isEmpty() || giftLines.contains(line);
    }
}
