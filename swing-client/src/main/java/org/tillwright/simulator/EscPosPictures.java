package org.tillwright.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.simulator.PaperItem.Raster;
import org.tillwright.simulator.PaperItem.Side;

/** The pictures of ESC/POS: sent row by row, column by column, or first stored and then printed. */
final class EscPosPictures {

    private static final int GRAPHICS_HEAD = 10;
    private static final int STORE = 112;
    private static final int COLUMN_HEAD = 5;
    /** Dots down of a strip of columns, in every density. */
    private static final int STRIP_DOTS = 24;

    private List<Byte> stored = List.of();
    private int storedAcross;
    private @Nullable Raster strip;

    /** A picture of rows: {@code GS v 0}. */
    static Raster rows(byte[] command, Side side) {
        int across = (command[4] & 0xFF) | (command[5] & 0xFF) << 8;
        int down = (command[6] & 0xFF) | (command[7] & 0xFF) << 8;
        return new Raster(across, down, bits(command, 8), side);
    }

    /**
     * {@code GS ( L} and {@code GS 8 L}: a picture is sent by function 112 and printed by function 2 or 50.
     *
     * @return what is printed now
     */
    Optional<Raster> graphics(byte[] parameters, Side side) {
        int function = parameters.length < 2 ? 0 : parameters[1];
        if (function == STORE && parameters.length > GRAPHICS_HEAD) {
            int across = (((parameters[6] & 0xFF) | (parameters[7] & 0xFF) << 8) + 7) >> 3;
            int down = (parameters[8] & 0xFF) | (parameters[9] & 0xFF) << 8;
            stored = bits(parameters, GRAPHICS_HEAD);
            storedAcross = stored.size() == across * down ? across : 0;
        } else if (storedAcross > 0) {
            return Optional.of(new Raster(storedAcross, stored.size() / storedAcross, stored, side));
        }
        return Optional.empty();
    }

    /** A strip of columns, {@code ESC *}: it is on paper when its line ends. */
    void columns(byte[] command, Side side) {
        int mode = command[2];
        int bytesDown = mode >= 32 ? 3 : 1;
        int times = mode % 2 == 0 ? 2 : 1;
        int dotsPerBit = STRIP_DOTS / (bytesDown * 8);
        int width = ((command[3] & 0xFF) | (command[4] & 0xFF) << 8) * times;
        int across = (width + 7) / 8;
        byte[] rows = new byte[across * STRIP_DOTS];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < STRIP_DOTS; y++) {
                int bit = y / dotsPerBit;
                int column = command[COLUMN_HEAD + x / times * bytesDown + bit / 8];
                if ((column >> (7 - bit % 8) & 1) == 1) {
                    rows[y * across + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        strip = new Raster(across, STRIP_DOTS, bits(rows, 0), side);
    }

    /** The strip that waits for its line to end, once. */
    Optional<Raster> takeStrip() {
        Optional<Raster> waiting = Optional.ofNullable(strip);
        strip = null;
        return waiting;
    }

    private static List<Byte> bits(byte[] bytes, int from) {
        var bits = new ArrayList<Byte>(bytes.length - from);
        for (int i = from; i < bytes.length; i++) {
            bits.add(bytes[i]);
        }
        return bits;
    }
}
