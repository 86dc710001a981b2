package org.tillwright.report;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;

/** Draws a printed page as a picture, to look at before it is printed. The only place with fractions: they are pixels. */
final class PagePicture {

    /** A page of A4 is then 1,190 pixels wide: sharp on a screen that has two pixels where it shows one. */
    private static final float ZOOM = 2f;

    private PagePicture() {}

    static byte[] ofFirstPage(JasperPrint printed) throws JRException {
        Image drawn = JasperPrintManager.printPageToImage(printed, 0, ZOOM);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(rendered(drawn), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static RenderedImage rendered(Image image) {
        if (image instanceof BufferedImage buffered) {
            return buffered;
        }
        throw new IllegalStateException("the page was drawn as " + image.getClass());
    }
}
