package org.tillwright.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.tillwright.report.content.ReportContent;
import org.tillwright.report.content.ReportId;

/** Makes a report of figures: a PDF on the store's paper, or a workbook. The same figures always give the same words. */
public final class ReportRenderer {

    /** Makes a report in a language of ours, English for any other, with times as the place's clocks show them. */
    public byte[] render(ReportContent content, Format format, Locale locale, ZoneId zone) {
        Words words = new Words(locale, zone);
        List<Sheet> sheets = SheetLayout.sheetsOf(content, words);
        return switch (format) {
            case PDF -> PdfPrinter.print(content, sheets, words);
            case XLSX -> Workbook.write(content, sheets, words);
        };
    }

    /** Makes a PDF that asks for a printer as soon as it is opened. */
    public byte[] renderForPrinter(ReportContent content, Locale locale, ZoneId zone) {
        return PdfPrinter.withPrintDialog(render(content, Format.PDF, locale, zone));
    }

    /** Draws the first page as a PNG, to look at before it is printed. */
    public byte[] renderPicture(ReportContent content, Locale locale, ZoneId zone) {
        Words words = new Words(locale, zone);
        return PdfPrinter.picture(content, SheetLayout.sheetsOf(content, words).get(0), words);
    }

    /** Returns what a report is called in a language. */
    public String title(ReportId id, Locale locale) {
        return new Words(locale, ZoneId.of("UTC")).of(id.label() + ".title");
    }
}
