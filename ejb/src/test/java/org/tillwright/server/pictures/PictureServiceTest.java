package org.tillwright.server.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;

class PictureServiceTest {

    /** Two by one points, lossless. */
    private static final String WEBP = "UklGRh4AAABXRUJQVlA4TBEAAAAvAQAAAAfQ//73v/+BiOh/AAA=";

    private final TestShop shop = new TestShop();
    private final PictureService pictures = shop.get(PictureService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aPhotographIsKeptAsLargeAsATile() throws IOException {
        Picture kept = kept(written(photograph(3_000, 2_000), "jpeg"));
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(kept.content()));
        assertThat(shown.getWidth()).isEqualTo(PictureScaling.MAX_SIDE);
        assertThat(shown.getHeight()).isBetween(266, 267);
        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
        assertThat(kept.content().length).isLessThan(PictureService.MAX_PICTURE_BYTES);
    }

    @Test
    void aPictureThatIsClearInPlacesStaysSo() throws IOException {
        BufferedImage clear = new BufferedImage(800, 800, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(400, 400, 0xff00ff00);
        Picture kept = kept(written(clear, "png"));
        assertThat(kept.mediaType()).isEqualTo("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.content())).getRGB(0, 0))
                .isZero();
    }

    @Test
    void aWebPictureBecomesOneThatRegistersShow() throws IOException {
        Picture kept = kept(Base64.getDecoder().decode(WEBP));
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.content())).getWidth())
                .isEqualTo(2);
    }

    @Test
    void aPhonesPictureStandsUpright() throws IOException {
        BufferedImage lying = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = lying.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 50, 100);
        graphics.dispose();
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(
                kept(withOrientation(written(lying, "jpeg"), 6)).content()));
        assertThat(shown.getWidth()).isEqualTo(100);
        assertThat(shown.getHeight()).isEqualTo(200);
        assertThat(new Color(shown.getRGB(50, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(shown.getRGB(50, 150)).getRed()).isLessThan(60);
    }

    @Test
    void nothingOfThePhotographButTheGroundIsKept() throws IOException {
        byte[] told = withOrientation(written(photograph(300, 300), "jpeg"), 1);
        assertThat(new String(told, StandardCharsets.ISO_8859_1)).contains("Exif");
        assertThat(new String(kept(told).content(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
    }

    @Test
    void aTextWithThePictureOfANameIsRefused() {
        refused("notAPicture", () -> accept("This is milk.png, honestly".getBytes(StandardCharsets.UTF_8)));
        refused("notAPicture", () -> accept(new byte[0]));
        refused("notAPicture", () -> accept("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileTooLargeIsRefusedUnread() {
        assertThatThrownBy(() -> accept(new byte[PictureService.MAX_UPLOAD_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults().get(0).field()).isEqualTo("tooLarge"));
    }

    @Test
    void aSmallFileThatClaimsToBeAHugePictureIsRefusedUndecoded() throws IOException {
        byte[] png = written(photograph(10, 10), "png");
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 100_000).putInt(20, 100_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        refused("tooManyPixels", () -> accept(png));
    }

    /** In memory each would be many thousand times as large as the file, and the server would end. */
    @Test
    void aLongStripIsNeverDecodedWhole() throws IOException {
        refused("tooManyPixels", () -> accept(blank(40_000_000, 1)));
        Picture kept = kept(blank(30_000, 799));
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(kept.content()));
        assertThat(shown.getWidth()).isEqualTo(PictureScaling.MAX_SIDE);
        assertThat(shown.getHeight()).isBetween(10, 11);
    }

    @Test
    void aDamagedPictureIsRefusedWithASentenceWhateverIsWrongWithIt() throws IOException {
        byte[] jpeg = written(photograph(120, 80), "jpeg");
        byte[] png = written(photograph(120, 80), "png");
        byte[] webp = Base64.getDecoder().decode(WEBP);
        long seed = 20_260_302L;
        Random random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            byte[] whole = i % 3 == 0 ? jpeg : i % 3 == 1 ? png : webp;
            byte[] forged = Arrays.copyOf(whole, 13 + random.nextInt(whole.length - 12));
            for (int flips = random.nextInt(6); flips > 0; flips--) {
                forged[12 + random.nextInt(forged.length - 12)] = (byte) random.nextInt(256);
            }
            try {
                PictureScaling.scale(forged, PictureService.MAX_PICTURE_BYTES);
            } catch (Refused e) {
                assertThat(e.code()).as("seed " + seed).isEqualTo(ProblemCode.UNSOUND_PICTURE);
            }
        }
    }

    @Test
    void theSamePictureTwiceIsKeptOnce() throws IOException {
        byte[] jpeg = written(photograph(300, 300), "jpeg");
        assertThat(accept(jpeg)).isEqualTo(accept(jpeg)).startsWith("p-");
        assertThat(shop.database.count("picture", "true")).isEqualTo(1);
    }

    private void refused(String reason, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.UNSOUND_PICTURE);
            assertThat(refused.faults().get(0).field()).isEqualTo(reason);
        });
        assertThat(shop.database.count("picture", "true")).isZero();
    }

    private String accept(byte[] upload) {
        return shop.inTransaction(() -> pictures.accept(upload));
    }

    private Picture kept(byte[] upload) {
        String id = accept(upload);
        return shop.inTransaction(() -> pictures.find(id)).orElseThrow();
    }

    /** Puts what cameras write behind the first two bytes: which way the camera was held. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static BufferedImage photograph(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, x * 7 + y * 13 * 256 + (x ^ y) * 65_536);
            }
        }
        return picture;
    }

    /** A picture of zeros, eight bytes a point, made without having it in memory. */
    private static byte[] blank(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {16, 6, 0, 0, 0})
                .array();
        chunk(png, "IHDR", header);
        ByteArrayOutputStream points = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(points)) {
            byte[] some = new byte[80_000];
            for (long left = (width * 8L + 1) * height; left > 0; left -= some.length) {
                packed.write(some, 0, (int) Math.min(left, some.length));
            }
        }
        chunk(png, "IDAT", points.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.US_ASCII));
        sum.update(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        png.writeBytes(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, out)).isTrue();
        return out.toByteArray();
    }
}
