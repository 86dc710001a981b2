package org.tillwright.register.device.jpos.unit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tillwright.register.device.Receipt.Picture;
import org.tillwright.register.device.escpos.LinePicture;

/** Writes a picture as an uncompressed BMP of two colours, the one form that every service must take. */
final class BitmapFile {

    private static final int FILE_HEADER = 14;
    private static final int INFO_HEADER = 40;
    private static final int COLOURS = 8;

    /** 203 dots an inch in dots a metre. */
    private static final int DOTS_A_METRE = 7_992;

    private static final int BLACK = 0x00000000;
    private static final int WHITE = 0x00FFFFFF;

    private BitmapFile() {}

    static byte[] of(Picture picture) {
        return of(picture.width(), picture.height(), picture.dots());
    }

    static byte[] of(LinePicture picture) {
        return of(picture.width(), picture.height(), picture.dots());
    }

    private static byte[] of(int width, int height, byte[] dots) {
        int across = width / 8;
        int row = (across + 3) / 4 * 4;
        int size = row * height;
        int begin = FILE_HEADER + INFO_HEADER + COLOURS;
        ByteBuffer file = ByteBuffer.allocate(begin + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(begin + size).putInt(0).putInt(begin);
        file.putInt(INFO_HEADER).putInt(width).putInt(height);
        file.putShort((short) 1).putShort((short) 1).putInt(0).putInt(size);
        file.putInt(DOTS_A_METRE).putInt(DOTS_A_METRE).putInt(2).putInt(0);
        file.putInt(BLACK).putInt(WHITE);
        for (int y = height - 1; y >= 0; y--) { // rows stand bottom up
            for (int x = 0; x < row; x++) {
                file.put(x < across ? (byte) ~dots[y * across + x] : 0); // a set bit is the second colour, white
            }
        }
        return file.array();
    }
}
