package org.tillwright.web.admin.transactions;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Stored bytes as a person can read them: the beginning, as text and in hexadecimal. The whole is for downloading. */
public final class StoredBytes {

    /** Bytes that a page shows. */
    private static final int MOST_SHOWN = 8 * 1024;

    private static final int BYTES_IN_A_ROW = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final byte[] shown;
    private final boolean isCut;

    StoredBytes(byte[] bytes) {
        this.isCut = bytes.length > MOST_SHOWN;
        this.shown = isCut ? Arrays.copyOf(bytes, MOST_SHOWN) : bytes.clone();
    }

    /** Bytes that are no text are shown as a mark each. */
    public String getText() {
        return new String(shown, StandardCharsets.UTF_8);
    }

    public String getHex() {
        StringBuilder rows = new StringBuilder();
        for (int begin = 0; begin < shown.length; begin += BYTES_IN_A_ROW) {
            int end = Math.min(begin + BYTES_IN_A_ROW, shown.length);
            rows.append(HexFormat.of().toHexDigits(begin, 6))
                    .append("  ")
                    .append(HEX.formatHex(shown, begin, end))
                    .append('\n');
        }
        return rows.toString();
    }

    public boolean isCut() {
        return isCut;
    }

    public int getShownLength() {
        return shown.length;
    }
}
