package org.tillwright.register.receipt;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.tillwright.register.device.Receipt;

/** Turns a picture into black dots, small enough for any paper; greys are made by scattering them (Floyd and Steinberg). */
final class PrintedPicture {

    private static final int MOST_ACROSS = 256;
    private static final int MOST_DOWN = 160;
    private static final int WHITE = 255;

    private PrintedPicture() {}

    /** Returns the picture in dots; empty when the bytes are no picture that Java reads. */
    static Optional<Receipt.Picture> of(byte[] picture) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture));
            return read == null ? Optional.empty() : Optional.of(dots(scaled(read)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage scaled(BufferedImage picture) {
        int width = MOST_ACROSS;
        int height = Math.max(1, picture.getHeight() * width / picture.getWidth());
        if (height > MOST_DOWN) {
            height = MOST_DOWN;
            width = Math.max(8, picture.getWidth() * height / picture.getHeight());
        }
        int across = Math.min(Receipt.Picture.MAX_WIDTH, (width + 7) / 8 * 8);
        BufferedImage grey = new BufferedImage(across, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = grey.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, across, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, (across - width) / 2, 0, width, height, null);
        pen.dispose();
        return grey;
    }

    private static Receipt.Picture dots(BufferedImage grey) {
        int width = grey.getWidth();
        int height = grey.getHeight();
        int[][] light = new int[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                light[y][x] = grey.getRaster().getSample(x, y, 0);
            }
        }
        byte[] dots = new byte[width / 8 * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean isBlack = light[y][x] < WHITE / 2;
                int wrong = light[y][x] - (isBlack ? 0 : WHITE);
                spread(light, x + 1, y, wrong * 7 / 16);
                spread(light, x - 1, y + 1, wrong * 3 / 16);
                spread(light, x, y + 1, wrong * 5 / 16);
                spread(light, x + 1, y + 1, wrong / 16);
                if (isBlack) {
                    dots[(y * width + x) / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return new Receipt.Picture(width, height, dots);
    }

    private static void spread(int[][] light, int x, int y, int part) {
        if (y < light.length && x >= 0 && x < light[y].length) {
            light[y][x] += part;
        }
    }
}
