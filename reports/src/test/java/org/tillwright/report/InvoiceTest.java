package org.tillwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.core.money.Unit;
import org.tillwright.report.content.ControlTotal;
import org.tillwright.report.content.ControlTotal.Check;
import org.tillwright.report.content.PaperRow;
import org.tillwright.report.content.PaperRow.Kind;
import org.tillwright.report.content.PaperRow.Place;
import org.tillwright.report.content.SaleInvoice;
import org.tillwright.report.content.SaleInvoice.Line;
import org.tillwright.report.content.SaleInvoice.Payment;
import org.tillwright.report.content.SaleInvoice.Tax;

class InvoiceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void anInvoiceHasWhatTheLawAsksFor(String language) throws IOException {
        byte[] pdf = new ReportRenderer().render(invoice(1), Format.PDF, Locale.forLanguageTag(language), BERLIN);
        keep("invoice-" + language + ".pdf", pdf);
        keep(
                "invoice-" + language + ".png",
                new ReportRenderer().renderPicture(invoice(1), Locale.forLanguageTag(language), BERLIN));
        assertThat(text(pdf))
                .contains(
                        new Words(Locale.forLanguageTag(language), BERLIN).of("invoice.title"),
                        "till-01-17",
                        "0A1B-2C3D-4E5F-6071",
                        "Wren & Rye Food Shop",
                        "DE000000000",
                        "Holm & Søn ApS",
                        "DK12345678",
                        "Tea",
                        language.equals("en") ? "56.25" : "56,25",
                        language.equals("en") ? "45.00" : "45,00",
                        language.equals("en") ? "11.25" : "11,25");
    }

    @Test
    void whatGaveMoneyBackIsACreditNoteThatNamesWhatItCorrects() throws IOException {
        byte[] pdf = new ReportRenderer().render(invoice(-1), Format.PDF, Locale.ENGLISH, BERLIN);
        keep("credit-note-en.pdf", pdf);
        assertThat(text(pdf)).contains("Credit note", "Corrects", "till-02-4").doesNotContain("Invoice");
    }

    @Test
    void aReceiptIsOnePageAsLongAsItMustBe() throws IOException {
        byte[] pdf = ReceiptPdf.print(
                List.of(
                        new PaperRow(Kind.PICTURE, Place.CENTRE, ""),
                        new PaperRow(Kind.LARGE, Place.CENTRE, "Corner Shop"),
                        new PaperRow(Kind.NORMAL, Place.LEFT, "Хліб                                 12,50 ₴"),
                        new PaperRow(Kind.BOLD, Place.CENTRE, "Ви заощадили 1,00"),
                        new PaperRow(Kind.TALL, Place.RIGHT, "Æble"),
                        new PaperRow(Kind.QR, Place.CENTRE, "tillwright:0A1B-2C3D-4E5F-6071"),
                        new PaperRow(Kind.BARCODE, Place.CENTRE, "0A1B-2C3D-4E5F-6071")),
                42,
                "Your receipt",
                "uk",
                logo());
        keep("receipt.pdf", pdf);
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
            assertThat(reader.getInfo()).containsEntry("Title", "Your receipt");
        }
        assertThat(text(pdf)).contains("Corner Shop", "Хліб", "Ви заощадили 1,00", "Æble");
    }

    private static byte[] logo() throws IOException {
        BufferedImage logo = new BufferedImage(240, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = logo.createGraphics();
        pen.setColor(new Color(0x0B6B53));
        pen.fillRect(0, 0, 240, 100);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(logo, "png", png);
        return png.toByteArray();
    }

    /** Two A of 25.00 and a B of 12.50 with 25 % in the price, 10 % off. */
    private static SaleInvoice invoice(long sign) {
        return new SaleInvoice(
                Samples.head("DE"),
                "till-01-17",
                "0A1B-2C3D-4E5F-6071",
                sign < 0 ? "till-02-4" : null,
                Samples.MADE_AT,
                LocalDate.parse("2026-03-03"),
                new SaleInvoice.Buyer("Holm & Søn ApS", List.of("Havnegade 3", "8000 Aarhus C"), "DK12345678"),
                true,
                false,
                List.of(
                        new Line(
                                "Tea",
                                sign * 2_000L,
                                Unit.PIECE,
                                25_000_000,
                                "S",
                                sign * 3_600,
                                sign * 4_500,
                                sign * 500),
                        new Line(
                                "Cup",
                                sign * 1_000L,
                                Unit.PIECE,
                                12_500_000,
                                "S",
                                sign * 900,
                                sign * 1_125,
                                sign * 125)),
                List.of(new Tax("S", 250_000, sign * 4_500, sign * 1_125)),
                List.of(new Payment("TIP", "", sign * 100)),
                List.of(new Payment("CASH", "", sign * 2_100), new Payment("CARD", "VISA ****1234", sign * 3_625)),
                0,
                sign * 4_500,
                sign * 1_125,
                sign * 5_625,
                List.of(ControlTotal.amount(Check.LINES_TO_TRANSACTIONS, sign * 5_625, sign * 5_625)));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    private static void keep(String name, byte[] file) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "looked-at"));
        Files.write(folder.resolve(name), file);
    }
}
