package org.tillwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.report.content.ReportContent;
import org.tillwright.report.content.SalesFigures;
import org.tillwright.report.content.SalesOfDay;

/** Renders reports and reads them back: what a person would see must be what was counted. */
class ReportRendererTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Locale ENGLISH = Locale.forLanguageTag("en-DE");

    private final ReportRenderer renderer = new ReportRenderer();

    @Test
    void theAmountsOfAHandComputedDayStandInThePdf() throws IOException {
        assertThat(pdf(Samples.sales("DE", "Food"), ENGLISH))
                .containsIgnoringWhitespaces(
                        "Sold less returned 5 105.41 19.38 124.79",
                        "17:00 – 18:00 1 100.00 19.00 119.00",
                        "Food 3 2.41 0.17 2.58",
                        "S 19 % 1 100.00 19.00 119.00",
                        "Cash 3 10.00 −4.21 5.79",
                        "Page 1 of 2");
    }

    @Test
    void aDisagreementIsToldOnTheFirstPageAndBesideTheTotals() throws IOException {
        SalesOfDay good = Samples.sales("DE", "Food");
        SalesOfDay bad = new SalesOfDay(
                good.head(),
                good.goods(),
                good.overrides(),
                good.hours(),
                good.departments(),
                good.taxes(),
                good.tenders(),
                Samples.controls(12_480));
        assertThat(bad.agrees()).isFalse();
        assertThat(firstPage(renderer.render(bad, Format.PDF, ENGLISH, BERLIN)))
                .containsIgnoringWhitespaces("Do not file this report yet: 1 of 3 control totals do not agree.")
                .containsIgnoringWhitespaces("Tenders, to transactions ✗ DIFFERS 124.79 124.80 −0.01");
        assertThat(pdf(good, ENGLISH)).doesNotContain("DIFFERS", "Do not file");
        assertThat(sheets(bad).get("xl/worksheets/sheet1.xml")).contains("Do not file this report yet");
    }

    @ParameterizedTest
    @CsvSource({"en, X, Not final", "da, X, Ikke endelig", "uk, X, Не остаточний"})
    void anXSaysInEveryLanguageThatItIsNotFinal(String language, String kind, String words) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        assertThat(pdf(Samples.tills("DE", false), locale)).contains(kind, words);
        assertThat(pdf(Samples.tills("DE", true), locale)).doesNotContain(words);
    }

    @Test
    void lettersOfDanishAndUkrainianComeBackAsTheyWentIn() throws IOException {
        assertThat(pdf(Samples.stock("DE", 12), Locale.forLanguageTag("da")))
                .contains("Rødgrød med fløde, økologisk æblegrød", "På lager");
        assertThat(pdf(Samples.sales("DE", "Food"), Locale.forLanguageTag("uk")))
                .contains("Хліб і випічка, ґанок, їжа, є", "Контрольні суми", "2 бер. 2026");
    }

    @ParameterizedTest
    @CsvSource({"DE, 595, 842", "US, 612, 792"})
    void theStoresCountrySaysWhichPaper(String country, int width, int height) throws IOException {
        try (PdfReader reader =
                new PdfReader(renderer.render(Samples.stock(country, 3), Format.PDF, ENGLISH, BERLIN))) {
            assertThat(reader.getPageSize(1).getWidth()).isEqualTo(width);
            assertThat(reader.getPageSize(1).getHeight()).isEqualTo(height);
            assertThat(reader.getInfo())
                    .containsEntry("Title", "Stock on hand, Wren & Rye Food Shop, 2 Mar 2026, 20:30");
            assertThat(reader.getCatalog().get(PdfName.LANG)).hasToString("en-DE");
        }
    }

    @Test
    void scriptAndMarkupInANameAreTextOnPaper() throws IOException {
        assertThat(pdf(Samples.sales("DE", "<b>Milk</b><script>alert(1)</script>"), ENGLISH))
                .containsIgnoringWhitespaces("<b>Milk</b><script>alert(1)</script>");
    }

    @Test
    void aNameThatLooksLikeAFormulaIsTextInTheWorkbook() throws IOException {
        Map<String, String> parts = sheets(Samples.sales("DE", "=HYPERLINK(\"http://x\")&<b>"));
        String departments = parts.get("xl/worksheets/sheet5.xml");
        assertThat(departments)
                .contains(
                        "t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(&quot;http://x&quot;)&amp;&lt;b&gt;");
        assertThat(String.join("", parts.values())).doesNotContain("<f>");
        assertThat(parts.get("xl/styles.xml")).contains("quotePrefix=\"1\"");
    }

    @Test
    void theWorkbookHoldsExactDecimalsAFrozenHeadAndNoPages() throws IOException {
        Map<String, String> parts = sheets(Samples.sales("DE", "Food"));
        assertThat(parts.get("xl/workbook.xml")).contains("name=\"By department\"", "name=\"Control totals\"");
        String departments = parts.get("xl/worksheets/sheet5.xml");
        assertThat(departments)
                .contains("state=\"frozen\"", "<v>2.58</v>", "<v>105.41</v>", "<v>19.38</v>", "<v>124.79</v>")
                .doesNotContain("Page ");
    }

    @Test
    void anAmountTooLongForASpreadsheetIsKeptExactAsText() throws IOException {
        SalesOfDay day = Samples.sales("DE", "Food");
        SalesOfDay vast = new SalesOfDay(
                day.head(),
                new SalesOfDay.Goods(new SalesFigures(1, 9_007_199_254_740_993L, 0), SalesFigures.NONE),
                day.overrides(),
                day.hours(),
                day.departments(),
                day.taxes(),
                day.tenders(),
                day.controls());
        assertThat(sheets(vast).get("xl/worksheets/sheet3.xml"))
                .contains(">90071992547409.93</t>")
                .doesNotContain("<v>90071992547409.93");
    }

    @Test
    void theSameReportIsTheSameWorkbook() {
        byte[] first = renderer.render(Samples.stock("DE", 20), Format.XLSX, ENGLISH, BERLIN);
        assertThat(renderer.render(Samples.stock("DE", 20), Format.XLSX, ENGLISH, BERLIN))
                .isEqualTo(first);
    }

    @Test
    void aReportForThePrinterOpensItsDialog() throws IOException {
        byte[] pdf = renderer.renderForPrinter(Samples.tills("DE", true), ENGLISH, BERLIN);
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(reader.getCatalog().get(PdfName.OPENACTION)).isNotNull();
        }
    }

    @Test
    void theFirstPageIsAPicture() {
        assertThat(renderer.renderPicture(Samples.sales("DE", "Food"), ENGLISH, BERLIN))
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aStockReportSaysWhatIsBelowZeroAndWhatHasNoCost() throws IOException {
        assertThat(pdf(Samples.stock("DE", 12), ENGLISH))
                .containsIgnoringWhitespaces("Øllebrød 4 −3 pcs 1.2345 −3.70")
                .contains("One item has less than nothing on hand", "One item has no unit cost");
    }

    private String pdf(ReportContent content, Locale locale) throws IOException {
        byte[] bytes = renderer.render(content, Format.PDF, locale, BERLIN);
        try (PdfReader reader = new PdfReader(bytes)) {
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
            }
            return text.toString().replace('\u00a0', ' ').replaceAll(" +", " ");
        }
    }

    private static String firstPage(byte[] bytes) throws IOException {
        try (PdfReader reader = new PdfReader(bytes)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    private Map<String, String> sheets(ReportContent content) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        byte[] bytes = renderer.render(content, Format.XLSX, ENGLISH, BERLIN);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts.keySet()).containsAll(List.of("[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml"));
        return parts;
    }
}
