package org.tillwright.server.pictures;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.platform.Turns;
import org.tillwright.wire.json.Fault;

/**
 * Draws a picture anew, at most as large as a tile needs. Looks at the size that the header tells before it decodes
 * anything: a few bytes can claim to be a picture of a thousand million points.
 */
final class PictureScaling {

    /** Points that an edge has at most: a tile on a fine screen. */
    static final int MAX_SIDE = 400;

    /** Points of a picture as it comes. */
    static final long MAX_PIXELS = 40_000_000L;

    /** Points of an edge as it comes. Beyond any camera; a single line of a longer one would fill the memory. */
    static final long MAX_EDGE = 30_000L;

    /** WebP is decoded whole, so less of it fits. */
    static final long MAX_WEBP_PIXELS = 16_000_000L;

    private static final int LEANING = 5; // orientations from here on swap width and height

    /** Pictures decoded at once. One is quick, and several large ones together could take all memory. */
    private static final Turns DECODING = new Turns(1, 10, Duration.ofSeconds(20));

    private PictureScaling() {}

    static Picture scale(byte[] upload, int maxBytes) {
        PictureHeader kind = PictureHeader.of(upload);
        if (kind == null) {
            throw refused("notAPicture", "This file is no PNG, JPEG or WebP picture; choose another.");
        }
        if (!DECODING.take()) {
            throw tooBusy();
        }
        try {
            BufferedImage read = read(upload, kind);
            int orientation = kind == PictureHeader.JPEG ? PictureHeader.orientation(upload) : 1;
            return written(upright(shrunk(read), orientation), maxBytes);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException e) { // what decoders throw at a file that is cut off or forged
            throw refused("damaged", "This picture is damaged or of a rare kind; save it again as PNG or JPEG.");
        } finally {
            DECODING.giveBack();
        }
    }

    private static Refused tooBusy() {
        return new Refused(
                ProblemCode.TOO_BUSY,
                "Other pictures are being looked at just now; try again.",
                Refused.Wording.of("shell.message.busy"));
    }

    private static BufferedImage read(byte[] upload, PictureHeader kind) throws IOException {
        ImageReader reader = readerOf(kind);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width < 1 || height < 1) {
                throw refused("damaged", "This picture is damaged or of a rare kind; save it again as PNG or JPEG.");
            } else if (Math.max(width, height) > MAX_EDGE
                    || width * height > (kind == PictureHeader.WEBP ? MAX_WEBP_PIXELS : MAX_PIXELS)) {
                throw refused(
                        "tooManyPixels",
                        "This picture has " + width + " by " + height + " points; save it smaller first.");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            // By the longer edge: by the shorter, a strip of paper would be decoded whole, and fill the memory.
            int step = (int) Math.max(1, Math.max(width, height) / (2L * MAX_SIDE));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** Readers by name and not by what the class path offers, so that nothing else is ever decoded. */
    private static ImageReader readerOf(PictureHeader kind) throws IOException {
        return switch (kind) {
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }

    /** Halves until one more step does it: a single large step would leave out most points. */
    private static BufferedImage shrunk(BufferedImage picture) {
        BufferedImage current = picture;
        while (Math.max(current.getWidth(), current.getHeight()) > MAX_SIDE) {
            int longer = Math.max(current.getWidth(), current.getHeight());
            int target = Math.max(MAX_SIDE, (longer + 1) / 2);
            current = drawn(current, Math.max(1, (int) ((long) current.getWidth() * target / longer)), Math.max(1, (int)
                    ((long) current.getHeight() * target / longer)));
        }
        return current == picture ? drawn(picture, picture.getWidth(), picture.getHeight()) : current;
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        boolean clear = picture.getColorModel().hasAlpha();
        BufferedImage drawn =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean leaning = orientation >= LEANING;
        BufferedImage turned =
                new BufferedImage(leaning ? height : width, leaning ? width : height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = width - 1 - x;
                int below = height - 1 - y;
                int toX =
                        switch (orientation) {
                            case 2, 3 -> right;
                            case 5, 8 -> y;
                            case 6, 7 -> below;
                            default -> x;
                        };
                int toY =
                        switch (orientation) {
                            case 3, 4 -> below;
                            case 5, 6 -> x;
                            case 7, 8 -> right;
                            default -> y;
                        };
                turned.setRGB(toX, toY, picture.getRGB(x, y));
            }
        }
        return turned;
    }

    /** Photographs become JPEG; what is clear in places stays PNG, unless that would be too large. */
    private static Picture written(BufferedImage picture, int maxBytes) throws IOException {
        byte[] png = bytes(picture, "png");
        byte[] jpeg = bytes(picture.getColorModel().hasAlpha() ? onWhite(picture) : picture, "jpeg");
        boolean keepsPng = picture.getColorModel().hasAlpha() || png.length <= jpeg.length;
        return keepsPng && png.length <= maxBytes
                ? Picture.ofContent("image/png", png)
                : Picture.ofContent("image/jpeg", jpeg);
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage ground = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = ground.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return ground;
    }

    private static byte[] bytes(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, out)) {
            throw new IllegalStateException("no writer for " + format);
        }
        return out.toByteArray();
    }

    private static Refused refused(String reason, String sentence) {
        return new Refused(
                ProblemCode.UNSOUND_PICTURE,
                sentence,
                List.of(new Fault(reason, sentence)),
                Refused.Wording.of("catalogue.refusal.picture." + reason));
    }
}
