package org.tillwright.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.cash.TillService;
import org.tillwright.server.inventory.StockCount;
import org.tillwright.server.inventory.StockService;
import org.tillwright.server.inventory.UnitCost;
import org.tillwright.server.journal.SaleBuilder;
import org.tillwright.server.journal.TestJournal;
import org.tillwright.server.journal.TransactionalBooking;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.json.Fault;

/**
 * A day worked out by hand: two milk 2.58, 0.485 kg of apples 1.21, a milk back −1.29, a milk for 1.00 instead of 1.29. Together
 * 3.50, of it net 2.41 + 1.13 − 1.21 + 0.93 = 3.26 and tax 0.17 + 0.08 − 0.08 + 0.07 = 0.24.
 */
class ReportingServiceTest {

    private static final String DAY = "2026-03-02";

    private final TestShop shop = new TestShop();
    private final ReportingService reports = shop.get(ReportingService.class);

    @BeforeEach
    void sell() {
        TestJournal journal = TransactionalBooking.journalOf(shop);
        open();
        journal.accept("till-01", 1, new SaleBuilder().line("milk", 2_000).record(1));
        journal.accept("till-01", 2, new SaleBuilder().line("apples", 485).record(2));
        journal.accept("till-01", 3, new SaleBuilder().line("milk", -1_000).record(3));
        journal.accept(
                "till-01",
                4,
                new SaleBuilder().overridden("milk", 1_000, 1_000_000).record(4));
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void theSalesOfADayAreThoseOfTheHandComputedOne() throws IOException {
        ReportFile report = make("sales-of-day", DAY, DAY, null);
        assertThat(report.agrees()).isTrue();
        assertThat(report.fileName()).isEqualTo("sales-of-day-2026-03-02.pdf");
        String text = wordsOf(report);
        assertThat(text)
                .containsIgnoringWhitespaces("Corner Shop", "2 Mar 2026", "by Anna")
                .containsIgnoringWhitespaces("Sold 3 4.47 0.32 4.79")
                .containsIgnoringWhitespaces("Returned 1 −1.21 −0.08 −1.29")
                .containsIgnoringWhitespaces("Sold less returned 4 3.26 0.24 3.50")
                .containsIgnoringWhitespaces("One line had its price set by hand; it came to 0.29 EUR less")
                .containsIgnoringWhitespaces("09:00 – 10:00 4 3.26 0.24 3.50")
                .containsIgnoringWhitespaces("Food 4 3.26 0.24 3.50")
                .containsIgnoringWhitespaces("R 7 % 4 3.26 0.24 3.50")
                .containsIgnoringWhitespaces("Cash 3 7.79 −4.29 3.50")
                .doesNotContain("DIFFERS", "Do not file");
    }

    @Test
    void aPostingThatIsMissingIsToldOnTheFirstPage() throws IOException {
        shop.database.tamper("update posting set amount_minor = amount_minor + 1 where account_id = 'TAX' limit 1");
        ReportFile report = make("sales-of-day", DAY, DAY, null);
        assertThat(report.agrees()).isFalse();
        String first = wordsOf(report);
        assertThat(first)
                .containsIgnoringWhitespaces("Do not file this report yet: 1 of 7 control totals do not agree")
                .containsIgnoringWhitespaces("ledger's tax owed ✗ DIFFERS 0.24 0.23 0.01");
    }

    @Test
    void aSaleThatTheLedgerAloneHasIsTold() {
        shop.database.tamper("insert into journal_entry values (uuid(), 'SALE', 'shop', '2026-03-02', 'EUR', now(6))");
        shop.database.tamper("insert into posting select source_id, event, 1, 'SALES', 'R', -500 from journal_entry"
                + " order by booked_at desc limit 1");
        assertThat(make("sales-of-day", DAY, DAY, null).agrees()).isFalse();
    }

    @Test
    void anOpenTillIsAnXThatSaysItIsNotFinal() throws IOException {
        ReportFile report = make("till-report", DAY, DAY, "till-01");
        assertThat(report.agrees()).isTrue();
        assertThat(wordsOf(report))
                .containsIgnoringWhitespaces("Till report X", "Not final", "1 – 4")
                .containsIgnoringWhitespaces("Cash 100.00 3.50 103.50");
    }

    @Test
    void aSettledTillIsAZWithOverAndShort() throws IOException {
        settle(10_300L, 10_350L, 4);
        ReportFile report = make("till-report", null, null, SaleBuilder.TILL_SESSION.toString());
        assertThat(report.agrees()).isTrue();
        assertThat(wordsOf(report))
                .containsIgnoringWhitespaces("Till report Z", "Ben")
                .containsIgnoringWhitespaces("Cash 100.00 3.50 103.50 103.00 −0.50")
                .doesNotContain("Not final");
    }

    @Test
    void aRegisterThatCountedOtherSalesIsTold() throws IOException {
        settle(10_350L, 10_350L, 5);
        ReportFile report = make("till-report", DAY, DAY, null);
        assertThat(report.agrees()).isFalse();
        assertThat(wordsOf(report)).containsIgnoringWhitespaces("register's count ✗ DIFFERS 4 5 −1");
    }

    @Test
    void stockIsCountedAndValuedOnceAnItem() throws IOException {
        count("milk", 20_000);
        cost("milk", 815_500);
        ReportFile report = make("stock-on-hand", null, null, null);
        assertThat(report.agrees()).isTrue();
        assertThat(wordsOf(report))
                .containsIgnoringWhitespaces("The milk 20 pcs 0.8155 16.31")
                .containsIgnoringWhitespaces("The apples −0.485 kg")
                .containsIgnoringWhitespaces("One item has less than nothing on hand")
                .containsIgnoringWhitespaces("One item has no unit cost");
    }

    @Test
    void aStockLevelThatSomebodyChangedByHandIsTold() throws IOException {
        shop.database.tamper("update stock_level set on_hand_milli = 7000 where item_id = 'milk'");
        ReportFile report = make("stock-on-hand", null, null, null);
        assertThat(report.agrees()).isFalse();
        assertThat(wordsOf(report)).containsIgnoringWhitespaces("2 of 3 control totals do not agree");
    }

    @Test
    void allThatIsWrongWithARequestIsToldTogether() {
        ReportRequest broken =
                new ReportRequest("sales-of-week", "nowhere", "2026-02-30", "2026-01-01", "till-99", "docx", null);
        assertThatThrownBy(() -> shop.inTransaction(() -> reports.make(broken, "anna")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED);
                    assertThat(refused.faults()).extracting(Fault::field).contains("name", "store", "from", "format");
                });
    }

    @Test
    void aTillOfAnotherStoreAndDaysInTheWrongOrderAreRefused() {
        shop.database.tamper(
                "insert into store select 'other', 'Other', null, null, null, null, country, currency,"
                        + " language, time_zone, day_ends, tax_placement, tax_level, tax_rounding from store where store_id = 'shop'");
        shop.database.tamper("insert into workstation values ('till-77', 'other', 'Till 77', null, null)");
        ReportRequest broken =
                new ReportRequest("sales-of-day", "shop", "2026-03-02", "2026-03-01", "till-77", null, null);
        assertThatThrownBy(() -> shop.inTransaction(() -> reports.make(broken, "anna")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .containsExactly(new Fault("to", "is before from"), new Fault("till", "is another store's")));
        ReportRequest storeless = new ReportRequest("sales-of-day", null, "2024-01-01", "2026-03-01", null, null, null);
        assertThatThrownBy(() -> shop.inTransaction(() -> reports.make(storeless, "anna")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::field)
                        .containsExactly("store", "to"));
    }

    @Test
    void aDayWithoutSalesIsAReportToo() throws IOException {
        ReportFile report = make("sales-of-day", "2026-02-01", "2026-02-01", null);
        assertThat(report.agrees()).isTrue();
        assertThat(wordsOf(report)).containsIgnoringWhitespaces("There were no sales.");
        assertThat(wordsOf(make("till-report", "2026-02-01", "2026-02-01", null)))
                .containsIgnoringWhitespaces("No till was open");
    }

    private ReportFile make(String name, String from, String to, String till) {
        return shop.inTransaction(
                () -> reports.make(new ReportRequest(name, null, from, to, till, "pdf", "en"), "anna"));
    }

    private void count(String item, long milli) {
        shop.inTransaction(() -> {
            shop.get(StockService.class).count(new StockCount(UUID.randomUUID(), "shop", item, milli, "anna"));
            return true;
        });
    }

    private void cost(String item, long micro) {
        shop.inTransaction(() -> {
            shop.get(StockService.class).setCost(new UnitCost("shop", item, micro, "anna"));
            return true;
        });
    }

    private void open() {
        shop.inTransaction(() -> {
            shop.get(TillService.class)
                    .open(
                            "till-01",
                            new TillOpenedMessage(
                                    SaleBuilder.TILL_SESSION,
                                    "shop",
                                    "ben",
                                    LocalDate.parse(DAY),
                                    Instant.parse("2026-03-02T07:00:00Z"),
                                    "EUR",
                                    10_000L));
            return true;
        });
    }

    private void settle(long counted, long told, long transactions) {
        shop.inTransaction(() -> {
            shop.get(TillService.class)
                    .settle(
                            TestShop.TILL,
                            new TillSettledMessage(
                                    SaleBuilder.TILL_SESSION,
                                    "shop",
                                    "ben",
                                    Instant.parse("2026-03-02T18:00:00Z"),
                                    "EUR",
                                    List.of(new TillSettledMessage.Count("CASH", told, counted)),
                                    transactions));
            return true;
        });
    }

    /** All pages' words. */
    private static String wordsOf(ReportFile report) throws IOException {
        try (PdfReader reader = new PdfReader(report.content())) {
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
            }
            return text.toString().replace('\u00a0', ' ');
        }
    }
}
