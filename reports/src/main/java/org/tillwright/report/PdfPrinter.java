package org.tillwright.report;

import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStamper;
import com.lowagie.text.pdf.PdfString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.tillwright.report.content.ReportContent;
import org.tillwright.report.content.ReportHead;

/** Prints sheets on the templates that the build compiled. A template is read once and used by all threads. */
final class PdfPrinter {

    private static final String PRODUCT = "Tillwright";

    private static final Map<String, JasperReport> TEMPLATES = new ConcurrentHashMap<>();

    private PdfPrinter() {}

    static byte[] print(ReportContent content, List<Sheet> sheets, Words words) {
        try {
            JasperReport template = template(
                    Paper.of(content.head().country()).templateName(content.id().label()));
            List<JasperPrint> printed = new ArrayList<>();
            for (Sheet sheet : sheets) {
                printed.add(JasperFillManager.fillReport(
                        template,
                        parameters(content.head(), sheet, words),
                        new RecordDataSource<>(
                                PrintedRow.class,
                                PrintedRow.of(sheet, content.id().columns(), words))));
            }
            return export(printed, sheets.get(0), content.head(), words);
        } catch (JRException e) {
            throw new IllegalStateException("report " + content.id(), e);
        }
    }

    /** Draws the first page, for looking at it. */
    static byte[] picture(ReportContent content, Sheet sheet, Words words) {
        try {
            return PagePicture.ofFirstPage(fill(content, sheet, words));
        } catch (JRException e) {
            throw new IllegalStateException("report " + content.id(), e);
        }
    }

    /** Returns a PDF that opens the printer's dialog by itself when a viewer opens it. */
    static byte[] withPrintDialog(byte[] document) {
        return changed(document, catalogue -> catalogue.put(PdfName.OPENACTION, new PdfAction(PdfAction.PRINTDIALOG)));
    }

    private static JasperPrint fill(ReportContent content, Sheet sheet, Words words) throws JRException {
        JasperReport template = template(
                Paper.of(content.head().country()).templateName(content.id().label()));
        return JasperFillManager.fillReport(
                template,
                parameters(content.head(), sheet, words),
                new RecordDataSource<>(
                        PrintedRow.class, PrintedRow.of(sheet, content.id().columns(), words)));
    }

    private static Map<String, Object> parameters(ReportHead head, Sheet sheet, Words words) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, words.locale());
        parameters.put("shopName", head.storeName());
        List<String> address = new ArrayList<>(head.addressLines());
        if (head.taxNumber() != null) {
            address.add(words.with("head.tax-number", head.taxNumber()));
        }
        parameters.put("shopAddress", String.join(" \u00B7 ", address));
        parameters.put("title", sheet.title());
        parameters.put("subtitle", sheet.subtitle());
        parameters.put("alert", sheet.alert());
        parameters.put("notice", sheet.notice());
        parameters.put("made", words.with("foot.made", words.moment(head.madeAt()), head.madeBy(), sheet.title()));
        parameters.put("page", words.of("foot.page"));
        parameters.put("pageOf", words.of("foot.of"));
        parameters.put("signCounted", words.of("sign.counted"));
        parameters.put("signChecked", words.of("sign.checked"));
        return parameters;
    }

    private static byte[] export(List<JasperPrint> printed, Sheet first, ReportHead head, Words words)
            throws JRException {
        SimplePdfExporterConfiguration settings = new SimplePdfExporterConfiguration();
        settings.setMetadataTitle(first.title() + ", " + first.subtitle());
        settings.setMetadataSubject(first.title());
        settings.setMetadataAuthor(head.storeName());
        settings.setMetadataCreator(PRODUCT);
        settings.setDisplayMetadataTitle(true);
        settings.setCompressed(true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(SimpleExporterInput.getInstance(printed));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
        exporter.setConfiguration(settings);
        exporter.exportReport();
        return withLanguage(bytes.toByteArray(), words.locale().toLanguageTag());
    }

    /**
     * Says which language the document is in, so that a screen reader pronounces it. The exporter does so only together with
     * tags for tables and headings, which need the maker's own build of the PDF library; that is not in Maven Central.
     */
    private static byte[] withLanguage(byte[] document, String language) {
        return changed(document, catalogue -> catalogue.put(PdfName.LANG, new PdfString(language)));
    }

    private static byte[] changed(byte[] document, Consumer<PdfDictionary> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfReader reader = new PdfReader(document)) {
            PdfStamper stamper = new PdfStamper(reader, bytes);
            change.accept(reader.getCatalog());
            stamper.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static JasperReport template(String file) {
        return TEMPLATES.computeIfAbsent(file, PdfPrinter::read);
    }

    private static JasperReport read(String file) {
        try (InputStream compiled =
                Objects.requireNonNull(PdfPrinter.class.getResourceAsStream(file), () -> "no template " + file)) {
            return (JasperReport) JRLoader.loadObject(compiled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JRException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
