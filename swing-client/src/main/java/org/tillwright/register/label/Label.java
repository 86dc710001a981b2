package org.tillwright.register.label;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.Gtin;

/**
 * What a label says, in words and figures as they are read.
 *
 * @param price with its currency; empty for an item without one
 * @param detail a small line beside the price, such as what one kilogram costs; or empty
 * @param code what a scanner reads, or null where there is nothing to scan
 */
public record Label(String name, String price, String detail, @Nullable Code code) {

    /** What a scanner reads. */
    public sealed interface Code {

        /** What a person keys when no scanner reads it. */
        String shown();
    }

    /** A number of a trade item on EAN-13. */
    public record Ean13(String digits) implements Code {

        public Ean13 {
            if (digits.length() != 13 || !Gtin.isValid(digits)) {
                throw new IllegalArgumentException("no EAN-13: " + digits);
            }
        }

        @Override
        public String shown() {
            return digits.charAt(0) + " " + digits.substring(1, 7) + " " + digits.substring(7);
        }
    }

    /** A short number of a trade item on EAN-8. */
    public record Ean8(String digits) implements Code {

        public Ean8 {
            if (digits.length() != 8 || !Gtin.isValid(digits)) {
                throw new IllegalArgumentException("no EAN-8: " + digits);
            }
        }

        @Override
        public String shown() {
            return digits.substring(0, 4) + " " + digits.substring(4);
        }
    }

    /**
     * A trade item, and what it weighs where that differs from pack to pack, on GS1 DataBar Expanded.
     *
     * @param gtin fourteen digits
     * @param grams from 1 to 999,999; null where each piece is the same
     */
    public record DataBar(String gtin, @Nullable Long grams) implements Code {

        private static final long MAX_GRAMS = 999_999;

        public DataBar {
            boolean isWeight = grams == null || (grams >= 1 && grams <= MAX_GRAMS);
            if (gtin.length() != 14 || !Gtin.isValid(gtin) || !isWeight) {
                throw new IllegalArgumentException("no label of " + gtin + " and " + grams + " g");
            }
        }

        @Override
        public String shown() {
            return "(01)" + gtin + (grams == null ? "" : String.format(Locale.ROOT, "(3103)%06d", grams));
        }
    }

    /** Any other code, such as one that the shop gave itself, on QR. */
    public record Qr(String text) implements Code {

        /** Signs that still print large enough on the smallest label. */
        public static final int MAX_LENGTH = 60;

        public Qr {
            if (text.isEmpty() || text.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("a QR code of " + text.length() + " signs on a label");
            }
        }

        @Override
        public String shown() {
            return text;
        }
    }
}
