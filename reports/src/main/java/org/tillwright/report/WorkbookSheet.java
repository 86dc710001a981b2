package org.tillwright.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.report.content.ReportHead;

/** Writes one sheet of a workbook. */
final class WorkbookSheet {

    /**
     * Digits that survive in a spreadsheet, whose numbers are binary: a decimal of so many comes back as it was written.
     * A longer one is written as text, which is exact too but does not add up by itself.
     */
    static final int EXACT_DIGITS = 15;

    private static final String OPEN =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

    /** The first day of Excel's calendar that counts right, since it takes 1900 for a leap year. */
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);

    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);
    private static final int FRACTION_DIGITS = 10;
    private static final int MOST_CHARACTERS = 32_767; // of a cell

    private final ReportHead head;
    private final Words words;

    WorkbookSheet(ReportHead head, Words words) {
        this.head = head;
        this.words = words;
    }

    /** Returns the sheet that says what the others are. */
    String cover(Sheet sheet) {
        StringBuilder xml = new StringBuilder(OPEN)
                .append("<cols><col min=\"1\" max=\"1\" width=\"34\" customWidth=\"1\"/>")
                .append("<col min=\"2\" max=\"2\" width=\"60\" customWidth=\"1\"/></cols><sheetData>");
        int row = 1;
        row = coverRow(xml, row, sheet.title(), sheet.subtitle(), WorkbookStyles.HEAD);
        if (sheet.alert() != null) {
            row = coverRow(xml, row, sheet.alert(), null, WorkbookStyles.HEAD);
        }
        if (sheet.notice() != null) {
            row = coverRow(xml, row, sheet.notice(), null, WorkbookStyles.HEAD);
        }
        for (Sheet.Block block : sheet.blocks()) {
            if (block instanceof Sheet.Fact fact) {
                row = coverRow(xml, row, fact.label(), words.text(fact.value()), WorkbookStyles.TEXT);
            } else if (block instanceof Sheet.Note note) {
                row = coverRow(xml, row, note.sentence(), null, WorkbookStyles.TEXT);
            }
        }
        coverRow(
                xml,
                row,
                words.with("foot.made", words.moment(head.madeAt()), head.madeBy(), sheet.title()),
                null,
                WorkbookStyles.TEXT);
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static int coverRow(
            StringBuilder xml, int row, String first, @Nullable String second, WorkbookStyles style) {
        xml.append("<row r=\"").append(row).append("\">");
        text(xml, reference(0, row), first, style);
        if (second != null) {
            text(xml, reference(1, row), second, WorkbookStyles.TEXT);
        }
        xml.append("</row>");
        return row + 1;
    }

    String table(Table table) {
        StringBuilder xml = new StringBuilder(OPEN)
                .append("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\"")
                .append(" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>")
                .append("<cols><col min=\"1\" max=\"1\" width=\"42\" customWidth=\"1\"/>")
                .append("<col min=\"2\" max=\"12\" width=\"18\" customWidth=\"1\"/></cols><sheetData>");
        xml.append("<row r=\"1\">");
        for (int i = 0; i < table.columns().size(); i++) {
            text(xml, reference(i, 1), table.columns().get(i), WorkbookStyles.HEAD);
        }
        xml.append("</row>");
        int row = 2;
        for (List<Cell> cells : table.rows()) {
            row(xml, row++, cells, false);
        }
        List<Cell> total = table.total();
        if (total != null) {
            row(xml, row, total, true);
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private void row(StringBuilder xml, int row, List<Cell> cells, boolean isSum) {
        xml.append("<row r=\"").append(row).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            cell(xml, reference(i, row), cells.get(i), isSum);
        }
        xml.append("</row>");
    }

    private void cell(StringBuilder xml, String reference, Cell cell, boolean isSum) {
        if (cell instanceof Cell.Moment moment) {
            number(xml, reference, serial(moment.instant()), WorkbookStyles.MOMENT);
            return;
        }
        BigDecimal number = Words.number(cell);
        if (number == null) {
            String text = words.text(cell);
            if (!text.isEmpty()) {
                text(xml, reference, text, isSum ? WorkbookStyles.TEXT_SUM : WorkbookStyles.TEXT);
            }
        } else if (number.precision() > EXACT_DIGITS) {
            text(xml, reference, number.toPlainString(), WorkbookStyles.TEXT);
        } else {
            number(xml, reference, number, style(cell, isSum));
        }
    }

    private static WorkbookStyles style(Cell cell, boolean isSum) {
        if (cell instanceof Cell.Amount) {
            return isSum ? WorkbookStyles.AMOUNT_SUM : WorkbookStyles.AMOUNT;
        } else if (cell instanceof Cell.Count) {
            return isSum ? WorkbookStyles.COUNT_SUM : WorkbookStyles.COUNT;
        } else if (cell instanceof Cell.Price) {
            return WorkbookStyles.PRICE;
        }
        return WorkbookStyles.STOCK;
    }

    /** Returns a moment as days since Excel's beginning, on the clocks of the place. */
    private BigDecimal serial(Instant instant) {
        long seconds = LocalDateTime.ofInstant(instant, words.zone()).toEpochSecond(ZoneOffset.UTC)
                - DAY_ZERO.toEpochSecond(ZoneOffset.UTC);
        return BigDecimal.valueOf(seconds).divide(SECONDS_OF_A_DAY, FRACTION_DIGITS, RoundingMode.HALF_EVEN);
    }

    private static void number(StringBuilder xml, String reference, BigDecimal number, WorkbookStyles style) {
        xml.append("<c r=\"")
                .append(reference)
                .append("\" s=\"")
                .append(style.number())
                .append("\"><v>")
                .append(number.toPlainString())
                .append("</v></c>");
    }

    private static void text(StringBuilder xml, String reference, String text, WorkbookStyles style) {
        String shown = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
        xml.append("<c r=\"")
                .append(reference)
                .append("\" s=\"")
                .append(style.number())
                .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .append(XmlText.of(shown))
                .append("</t></is></c>");
    }

    /** Our tables have few columns, so a letter is enough. */
    private static String reference(int column, int row) {
        return (char) ('A' + column) + String.valueOf(row);
    }
}
