package org.tillwright.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tillwright.report.content.ReportContent;
import org.tillwright.report.content.ReportHead;

/**
 * Writes an XLSX workbook: facts and notes on the first sheet, each table on its own with its head frozen and nothing that
 * belongs to paper. Written by hand, because exact decimals matter more here than looks: a number is the decimal text of its
 * amount, and text is an inline string, which no program takes for a formula.
 */
final class Workbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String DOCUMENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final SheetNames names = new SheetNames();
    private final List<String> sheetNames = new ArrayList<>();
    private final WorkbookSheet writer;

    private Workbook(ReportContent content, Words words) {
        this.writer = new WorkbookSheet(content.head(), words);
    }

    static byte[] write(ReportContent content, List<Sheet> sheets, Words words) {
        Workbook workbook = new Workbook(content, words);
        for (Sheet sheet : sheets) {
            workbook.add(sheet);
        }
        workbook.addFrame(content, sheets.get(0), words);
        return workbook.zip();
    }

    private void add(Sheet sheet) {
        addSheet(sheet.title(), writer.cover(sheet));
        for (Sheet.Block block : sheet.blocks()) {
            if (block instanceof Sheet.Figures figures) {
                addSheet(figures.table().name(), writer.table(figures.table()));
            }
        }
    }

    private void addSheet(String name, String xml) {
        sheetNames.add(names.unique(name));
        parts.put("xl/worksheets/sheet" + sheetNames.size() + ".xml", XML + xml);
    }

    private void addFrame(ReportContent content, Sheet first, Words words) {
        StringBuilder types = new StringBuilder(XML)
                .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
                .append(
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append(override("/xl/workbook.xml", DOCUMENT + "sheet.main+xml"))
                .append(override("/xl/styles.xml", DOCUMENT + "styles+xml"))
                .append(override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"));
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder(relation("styles", RELATIONS + "/styles", "styles.xml"));
        for (int i = 1; i <= sheetNames.size(); i++) {
            types.append(override("/xl/worksheets/sheet" + i + ".xml", DOCUMENT + "worksheet+xml"));
            sheets.append("<sheet name=\"")
                    .append(XmlText.of(sheetNames.get(i - 1)))
                    .append("\" sheetId=\"")
                    .append(i)
                    .append("\" r:id=\"s")
                    .append(i)
                    .append("\"/>");
            relations.append(relation("s" + i, RELATIONS + "/worksheet", "worksheets/sheet" + i + ".xml"));
        }
        parts.put("[Content_Types].xml", types.append("</Types>").toString());
        parts.put(
                "_rels/.rels",
                relations(relation("w", RELATIONS + "/officeDocument", "xl/workbook.xml")
                        + relation(
                                "c",
                                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                                "docProps/core.xml")));
        parts.put(
                "xl/workbook.xml",
                XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>" + sheets
                        + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
        parts.put("xl/styles.xml", XML + WorkbookStyles.xml(MAIN, content.head().currency()));
        parts.put("docProps/core.xml", core(content.head(), first, words));
    }

    private static String core(ReportHead head, Sheet first, Words words) {
        return XML
                + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
                + XmlText.of(first.title() + ", " + first.subtitle()) + "</dc:title><dc:creator>"
                + XmlText.of(head.storeName()) + "</dc:creator><dc:language>"
                + XmlText.of(words.locale().toLanguageTag()) + "</dc:language></cp:coreProperties>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String inner) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "\">" + inner + "</Relationships>";
    }

    private byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(0); // the same report is the same bytes
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
