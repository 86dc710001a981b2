package org.tillwright.report;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Image;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.Barcode128;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tillwright.report.content.PaperRow;

/**
 * Prints a receipt as a PDF that looks like the paper: one page, as wide as the roll and as long as it must be. Its fractions
 * are places on the page.
 */
public final class ReceiptPdf {

    /** The roll is 80 mm wide; points of 1/72 inch. */
    private static final float WIDTH = 226.8f;

    private static final float MARGIN = 18f;
    private static final float LEADING = 1.25f;
    private static final float QR_SIZE = 80f;
    private static final float BARCODE_HEIGHT = 30f;
    private static final float BARCODE_SPACE = 48f;
    private static final float WIDEST_BAR = 0.8f;
    private static final float PICTURE_WIDTH = 130f;
    private static final float PICTURE_HEIGHT = 70f;

    /** No picture at the head. */
    public static final byte[] NO_PICTURE = {};

    /** The longest page that the format knows. */
    private static final float MAX_HEIGHT = 14_400f;

    /** Each letter of the typeface is so wide, of its height. */
    private static final float LETTER = 0.602f;

    private static final BaseFont PLAIN = font("DejaVuSansMono.ttf");
    private static final BaseFont BOLD = font("DejaVuSansMono-Bold.ttf");

    private final float size;
    private final PdfContentByte page;
    private final @Nullable Image picture;
    private float top;

    private ReceiptPdf(PdfContentByte page, float size, @Nullable Image picture, float top) {
        this.page = page;
        this.size = size;
        this.picture = picture;
        this.top = top;
    }

    /**
     * Prints the lines.
     *
     * @param columns characters in a line
     * @param language of the text, for programs that read it aloud
     * @param picture what stands where the rows want the shop's picture, as PNG or JPEG; {@link #NO_PICTURE} for nothing
     */
    public static byte[] print(List<PaperRow> rows, int columns, String title, String language, byte[] picture) {
        float size = (WIDTH - 2 * MARGIN) / (columns * LETTER);
        Image drawn = picture.length == 0 ? null : image(picture);
        float height = 2 * MARGIN;
        for (PaperRow row : rows) {
            height += heightOf(row, size, drawn);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        float whole = Math.min(height, MAX_HEIGHT);
        try (Document document = new Document(new Rectangle(WIDTH, whole), 0, 0, 0, 0)) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            document.addTitle(title);
            document.addCreator("Tillwright");
            document.open();
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language));
            ReceiptPdf receipt = new ReceiptPdf(writer.getDirectContent(), size, drawn, whole - MARGIN);
            rows.forEach(receipt::row);
        } catch (DocumentException e) {
            throw new IllegalStateException("a receipt that cannot be a PDF", e);
        }
        return bytes.toByteArray();
    }

    private static Image image(byte[] picture) {
        try {
            Image image = Image.getInstance(picture);
            image.scaleToFit(PICTURE_WIDTH, PICTURE_HEIGHT);
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float heightOf(PaperRow row, float size, @Nullable Image picture) {
        return switch (row.kind()) {
            case NORMAL, BOLD -> size * LEADING;
            case TALL, LARGE -> 2 * size * LEADING;
            case BARCODE -> BARCODE_SPACE;
            case QR -> QR_SIZE + size;
            case PICTURE -> picture == null ? 0 : picture.getScaledHeight() + size;
        };
    }

    private void row(PaperRow row) {
        float height = heightOf(row, size, picture);
        switch (row.kind()) {
            case NORMAL -> text(row, PLAIN, size, 100);
            case BOLD -> text(row, BOLD, size, 100);
            case TALL -> text(row, BOLD, 2 * size, 50);
            case LARGE -> text(row, BOLD, 2 * size, 100);
            case BARCODE -> barcode(row.text());
            case QR -> qr(row.text());
            case PICTURE -> picture();
        }
        top -= height;
    }

    private void text(PaperRow row, BaseFont font, float points, float stretch) {
        float width = row.text().length() * points * LETTER * stretch / 100;
        float left =
                switch (row.place()) {
                    case LEFT -> MARGIN;
                    case CENTRE -> (WIDTH - width) / 2;
                    case RIGHT -> WIDTH - MARGIN - width;
                };
        page.beginText();
        page.setFontAndSize(font, points);
        page.setHorizontalScaling(stretch);
        page.setTextMatrix(left, top - points);
        page.showText(row.text());
        page.endText();
    }

    private void picture() {
        if (picture != null) {
            picture.setAbsolutePosition((WIDTH - picture.getScaledWidth()) / 2, top - picture.getScaledHeight());
            page.addImage(picture);
        }
    }

    private void barcode(String content) {
        float room = WIDTH - 2 * MARGIN;
        Barcode128 code = new Barcode128();
        code.setCode(content);
        code.setBarHeight(BARCODE_HEIGHT);
        code.setFont(PLAIN);
        code.setSize(size);
        float natural = code.getBarcodeSize().getWidth();
        code.setX(code.getX() * Math.min(WIDEST_BAR / code.getX(), room / natural));
        PdfTemplate drawn = code.createTemplateWithBarcode(page, Color.BLACK, Color.BLACK);
        page.addTemplate(drawn, (WIDTH - drawn.getWidth()) / 2, top - drawn.getHeight() - size / 2);
    }

    private void qr(String content) {
        QrCode code = QrCode.encodeText(content, QrCode.Ecc.MEDIUM);
        float dot = QR_SIZE / code.size;
        float left = (WIDTH - QR_SIZE) / 2;
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    page.rectangle(left + x * dot, top - (y + 1) * dot, dot, dot);
                }
            }
        }
        page.fill();
    }

    private static BaseFont font(String file) {
        String path = "/net/sf/jasperreports/fonts/dejavu/" + file;
        try (InputStream in =
                Objects.requireNonNull(BaseFont.class.getResourceAsStream(path), () -> "no typeface " + path)) {
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
