package org.tillwright.core.qr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The black and white modules of a QR code (ISO/IEC 18004), error correction level M, always with the first mask: a
 * printer chooses freely among masks, and every reader takes each.
 */
public final class QrMatrix {

    private static final int MAX_VERSION = 40;
    /** Error-correction bytes in each block, by version. */
    private static final int[] CORRECTION = {
        0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28,
        28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28
    };
    /** Blocks, by version. */
    private static final int[] BLOCKS = {
        0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31,
        33, 35, 37, 38, 40, 43, 45, 47, 49
    };

    private static final int FIELD_POLYNOMIAL = 0x11D;

    private final int version;
    private final int size;
    private final boolean[][] black;
    private final boolean[][] fixed;

    private QrMatrix(int version) {
        this.version = version;
        size = version * 4 + 17;
        black = new boolean[size][size];
        fixed = new boolean[size][size];
    }

    /** Returns the code of a text, the smallest that holds it.
     *
     * @throws IllegalArgumentException if it is more than a QR code holds
     */
    public static QrMatrix of(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        int version = 1;
        while (version <= MAX_VERSION && dataBytes(version) * 8 < 4 + countBits(version) + bytes.length * 8) {
            version++;
        }
        if (version > MAX_VERSION) {
            throw new IllegalArgumentException("a QR code cannot hold " + bytes.length + " bytes");
        }
        var matrix = new QrMatrix(version);
        matrix.drawFixedPatterns();
        matrix.drawData(withCorrection(data(bytes, version), version));
        return matrix;
    }

    /** Returns how many modules a side has, without the quiet zone of four around it. */
    public int size() {
        return size;
    }

    public boolean isBlack(int x, int y) {
        return black[y][x];
    }

    private static int countBits(int version) {
        return version < 10 ? 8 : 16;
    }

    private static int allBytes(int version) {
        int modules = (16 * version + 128) * version + 64;
        if (version >= 2) {
            int centres = version / 7 + 2;
            modules -= (25 * centres - 10) * centres - 55;
            modules -= version >= 7 ? 36 : 0;
        }
        return modules / 8;
    }

    private static int dataBytes(int version) {
        return allBytes(version) - CORRECTION[version] * BLOCKS[version];
    }

    private static byte[] data(byte[] content, int version) {
        var bits = new BitWriter(dataBytes(version));
        bits.write(0b0100, 4); // what follows are bytes
        bits.write(content.length, countBits(version));
        for (byte each : content) {
            bits.write(each & 0xFF, 8);
        }
        return bits.filledUp();
    }

    /** Splits data into blocks, appends to each its correction, and takes one byte of each block in turn. */
    private static byte[] withCorrection(byte[] data, int version) {
        int blocks = BLOCKS[version];
        int correction = CORRECTION[version];
        int shortBlocks = blocks - allBytes(version) % blocks;
        int shortData = allBytes(version) / blocks - correction;
        byte[][] parts = new byte[blocks][];
        byte[][] checks = new byte[blocks][];
        int at = 0;
        for (int i = 0; i < blocks; i++) {
            int length = shortData + (i < shortBlocks ? 0 : 1);
            parts[i] = Arrays.copyOfRange(data, at, at + length);
            checks[i] = remainder(parts[i], correction);
            at += length;
        }
        byte[] result = new byte[allBytes(version)];
        int to = 0;
        for (byte[][] rows : new byte[][][] {parts, checks}) {
            for (int i = 0; i <= Math.max(shortData, correction); i++) {
                for (byte[] row : rows) {
                    if (i < row.length) {
                        result[to++] = row[i];
                    }
                }
            }
        }
        return result;
    }

    /** Reed-Solomon remainder of data, by the generator of the given degree. */
    private static byte[] remainder(byte[] data, int degree) {
        int[] generator = new int[degree];
        generator[degree - 1] = 1;
        int root = 1;
        for (int i = 0; i < degree; i++) {
            for (int j = 0; j < degree; j++) {
                generator[j] = multiply(generator[j], root) ^ (j + 1 < degree ? generator[j + 1] : 0);
            }
            root = multiply(root, 2);
        }
        byte[] result = new byte[degree];
        for (byte each : data) {
            int factor = (each ^ result[0]) & 0xFF;
            System.arraycopy(result, 1, result, 0, degree - 1);
            result[degree - 1] = 0;
            for (int j = 0; j < degree; j++) {
                result[j] = (byte) (result[j] ^ multiply(generator[j], factor));
            }
        }
        return result;
    }

    private static int multiply(int x, int y) {
        int product = 0;
        for (int i = 7; i >= 0; i--) {
            product = product << 1 ^ (product >>> 7) * FIELD_POLYNOMIAL;
            product ^= (y >>> i & 1) * x;
        }
        return product;
    }

    private void drawFixedPatterns() {
        for (int i = 0; i < size; i++) {
            fix(6, i, i % 2 == 0);
            fix(i, 6, i % 2 == 0);
        }
        drawCorner(3, 3);
        drawCorner(size - 4, 3);
        drawCorner(3, size - 4);
        int[] centres = alignmentCentres();
        int last = centres.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j <= last; j++) {
                boolean isCorner = (i == 0 && j == 0) || (i == 0 && j == last) || (i == last && j == 0);
                if (!isCorner) {
                    drawRings(centres[i], centres[j], 2);
                }
            }
        }
        drawFormat();
        drawVersion();
    }

    private void drawCorner(int centreX, int centreY) {
        drawRings(centreX, centreY, 4);
    }

    /** Concentric squares: black, white, black from the middle; a corner's fourth ring is white and may leave the code. */
    private void drawRings(int centreX, int centreY, int radius) {
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                int ring = Math.max(Math.abs(dx), Math.abs(dy));
                int x = centreX + dx;
                int y = centreY + dy;
                if (x >= 0 && x < size && y >= 0 && y < size) {
                    fix(x, y, radius == 2 ? ring != 1 : ring != 2 && ring != 4);
                }
            }
        }
    }

    private int[] alignmentCentres() {
        if (version == 1) {
            return new int[0];
        }
        int count = version / 7 + 2;
        int step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
        int[] centres = new int[count];
        centres[0] = 6;
        for (int i = count - 1, at = size - 7; i >= 1; i--, at -= step) {
            centres[i] = at;
        }
        return centres;
    }

    /** Level M is 00, and so is the first mask: what is left is the constant that keeps the bits from being all white. */
    private void drawFormat() {
        int bits = 0x5412;
        for (int i = 0; i <= 5; i++) {
            fix(8, i, bit(bits, i));
        }
        fix(8, 7, bit(bits, 6));
        fix(8, 8, bit(bits, 7));
        fix(7, 8, bit(bits, 8));
        for (int i = 9; i < 15; i++) {
            fix(14 - i, 8, bit(bits, i));
        }
        for (int i = 0; i < 8; i++) {
            fix(size - 1 - i, 8, bit(bits, i));
        }
        for (int i = 8; i < 15; i++) {
            fix(8, size - 15 + i, bit(bits, i));
        }
        fix(8, size - 8, true);
    }

    private void drawVersion() {
        if (version < 7) {
            return;
        }
        int rest = version;
        for (int i = 0; i < 12; i++) {
            rest = rest << 1 ^ (rest >>> 11) * 0x1F25;
        }
        int bits = version << 12 | rest;
        for (int i = 0; i < 18; i++) {
            int far = size - 11 + i % 3;
            fix(far, i / 3, bit(bits, i));
            fix(i / 3, far, bit(bits, i));
        }
    }

    /** Fills what is still free from the lower right corner, two columns at a time, up and down in turn. */
    private void drawData(byte[] bytes) {
        int at = 0;
        for (int right = size - 1; right >= 1; right -= 2) {
            right = right == 6 ? 5 : right;
            for (int step = 0; step < size; step++) {
                for (int x = right; x >= right - 1; x--) {
                    int y = (right + 1 & 2) == 0 ? size - 1 - step : step;
                    if (!fixed[y][x]) {
                        boolean set = at < bytes.length * 8 && bit(bytes[at >>> 3], 7 - (at & 7));
                        black[y][x] = set ^ (x + y) % 2 == 0;
                        at++;
                    }
                }
            }
        }
    }

    private void fix(int x, int y, boolean isBlack) {
        black[y][x] = isBlack;
        fixed[y][x] = true;
    }

    private static boolean bit(int value, int index) {
        return (value >>> index & 1) == 1;
    }

    /** Puts numbers of any width one behind the other. */
    private static final class BitWriter {

        private final byte[] bytes;
        private int at;

        BitWriter(int length) {
            bytes = new byte[length];
        }

        void write(int value, int width) {
            for (int i = width - 1; i >= 0; i--, at++) {
                if (bit(value, i)) {
                    bytes[at >>> 3] = (byte) (bytes[at >>> 3] | 1 << (7 - (at & 7)));
                }
            }
        }

        /** Ends with zeros to a whole byte, at least four where there is room, and then the two filling bytes in turn. */
        byte[] filledUp() {
            int from = (Math.min(at + 4, bytes.length * 8) + 7) / 8;
            for (int i = from; i < bytes.length; i++) {
                bytes[i] = (byte) ((i - from) % 2 == 0 ? 0xEC : 0x11);
            }
            return bytes;
        }
    }
}
