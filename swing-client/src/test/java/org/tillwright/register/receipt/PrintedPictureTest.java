package org.tillwright.register.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tillwright.register.device.Receipt;

class PrintedPictureTest {

    @Test
    void blackStaysBlackAndGreyIsScattered() throws IOException {
        Receipt.Picture picture = PrintedPicture.of(png(512, 128)).orElseThrow();
        assertThat(picture.width()).isEqualTo(256);
        assertThat(picture.height()).isEqualTo(64);
        int row = picture.width() / 8;
        assertThat(picture.dots()[32 * row + 2]).isEqualTo((byte) 0xFF);
        int grey = 0;
        for (int y = 8; y < 56; y++) {
            for (int x = 22; x < 30; x++) {
                grey += Integer.bitCount(picture.dots()[y * row + x] & 0xFF);
            }
        }
        assertThat(grey).isBetween(48 * 64 * 4 / 10, 48 * 64 * 6 / 10);
    }

    @Test
    void whatIsNoPictureIsNone() {
        assertThat(PrintedPicture.of(new byte[] {1, 2, 3})).isEmpty();
    }

    @Test
    void noReceiptWaitsForThePicture() throws IOException {
        byte[] bytes = png(64, 64);
        List<Runnable> later = new ArrayList<>();
        LogoShelf shelf = new LogoShelf(id -> id.equals("logo") ? Optional.of(bytes) : Optional.empty(), later::add);
        assertThat(shelf.find("logo")).isNull();
        assertThat(shelf.find("logo")).isNull();
        assertThat(later).hasSize(1);
        later.get(0).run();
        assertThat(shelf.find("logo")).isNotNull();
        assertThat(shelf.find("gone")).isNull();
        later.get(1).run();
        assertThat(shelf.find("gone")).isNull();
        assertThat(later).hasSize(3);
    }

    /** Black at the left, white in the middle, half grey at the right. */
    private static byte[] png(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 0, width / 3, height);
        pen.setColor(new Color(127, 127, 127));
        pen.fillRect(width * 2 / 3, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
