package org.tillwright.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.cash.TillService;
import org.tillwright.server.catalog.CatalogService;
import org.tillwright.server.inventory.StockService;
import org.tillwright.server.ledger.Account;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.server.ledger.TrialBalance;
import org.tillwright.server.platform.Counts;
import org.tillwright.server.platform.DatabaseException;
import org.tillwright.server.sales.SalesService;
import org.tillwright.wire.DisputedTotals;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.TillTotals;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;

class JournalServiceTest {

    private static final Set<String> LEDGERS = Set.of(
            "journal_record",
            "retail_transaction",
            "line_item",
            "tax_line",
            "tender_line",
            "stock_entry",
            "stock_level",
            "till_entry",
            "journal_entry",
            "posting",
            "audit_entry",
            "disputed_totals");

    private final TestShop shop = new TestShop();
    private final TestJournal journal = TransactionalBooking.journalOf(shop);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aSaleLeavesItsRowsInStockTillBooksAndAudit() {
        SaleBuilder sale =
                new SaleBuilder().line("milk", 2000).line("apples", 345).overridden("milk", 1000, 990_000);
        UUID id = sale.sale().transactionId();
        AcceptedRecord answer = journal.accept("till-01", 1, sale.record(1));

        assertThat(answer.isRepeat()).isFalse();
        assertThat(answer.acceptance().disputed()).isFalse();
        assertThat(answer.acceptance().acceptedAt()).isEqualTo("2026-03-02T09:00:00.123456Z");
        assertThat(onHand("milk")).isEqualTo(-3000);
        assertThat(onHand("apples")).isEqualTo(-345);
        assertThat(shop.database.count("line_item", "transaction_id = '" + id + "'"))
                .isEqualTo(3);
        assertThat(shop.database.number("select sum(amount_minor) from till_entry"))
                .isEqualTo(sale.sale().totalMinor());
        assertThat(shop.database.count("audit_entry", "action = 'PRICE_OVERRIDE' and operator_id = 'anna'"))
                .isEqualTo(1);
        TrialBalance balance = trialBalance();
        assertThat(balance.balanceMinor(Account.CASH, "EUR"))
                .isEqualTo(sale.sale().totalMinor());
        assertThat(balance.balanceMinor(Account.SALES, "EUR"))
                .isEqualTo(-sale.sale().netMinor());
        assertThat(balance.balanceMinor(Account.TAX, "EUR"))
                .isEqualTo(-sale.sale().taxMinor());
        assertBooksBalance();
        assertThat(shop.inTransaction(() -> shop.get(SalesService.class).find(id))
                        .orElseThrow()
                        .lineCount())
                .isEqualTo(3);
    }

    @Test
    void aRepeatGetsTheFirstAnswerAndAddsNothing() {
        byte[] record = new SaleBuilder().line("milk", 1000).record(1);
        AcceptedRecord first = journal.accept("till-01", 1, record);
        List<Long> before = rowCounts();
        for (int i = 0; i < 2; i++) {
            shop.clock.advance(Duration.ofMinutes(1));
            AcceptedRecord again = journal.accept("till-01", 1, record);
            assertThat(again.isRepeat()).isTrue();
            assertThat(WireJson.write(again.acceptance())).isEqualTo(WireJson.write(first.acceptance()));
        }
        assertThat(rowCounts()).isEqualTo(before);
        assertThat(shop.counted).containsEntry(Counts.Event.RECORD_REPEATED, 2);
        assertThat(shop.counted).containsEntry(Counts.Event.SALE_ACCEPTED, 1);
    }

    @Test
    void otherBytesUnderTheSameNumberAreAConflict() {
        journal.accept("till-01", 1, new SaleBuilder().line("milk", 1000).record(1));
        List<Long> before = rowCounts();
        assertRefused(
                ProblemCode.RECORD_CONFLICT,
                1,
                new SaleBuilder().line("milk", 2000).record(1));
        assertThat(rowCounts()).isEqualTo(before);
    }

    @Test
    void aTransactionIdIsTakenOnceEvenUnderAnotherNumber() {
        UUID id = UUID.randomUUID();
        journal.accept(
                "till-01",
                1,
                new SaleBuilder().transactionId(id).line("milk", 1000).record(1));
        List<Long> before = rowCounts();
        assertRefused(
                ProblemCode.TRANSACTION_CONFLICT,
                2,
                new SaleBuilder().transactionId(id).line("milk", 1000).record(2));
        assertThat(rowCounts()).isEqualTo(before);
    }

    @Test
    void bothTaxPlacementsAreComputedAsTheRegisterDid() {
        byte[] inPrice =
                new SaleBuilder().line("milk", 3000).line("apples", 123).record(1);
        byte[] onTop = new SaleBuilder()
                .policy(SaleBuilder.ON_TOP)
                .line("milk", 3000)
                .line("apples", 123)
                .line("milk", -1000)
                .record(2);
        assertThat(journal.accept("till-01", 1, inPrice).acceptance().disputed())
                .isFalse();
        assertThat(journal.accept("till-01", 2, onTop).acceptance().disputed()).isFalse();
        assertBooksBalance();
    }

    @Test
    void aSaleAtAWrongPriceStandsAsToldAndIsDisputed() {
        byte[] record = new SaleBuilder().milkPrice(990_000).line("milk", 1000).record(1);
        AcceptedRecord first = journal.accept("till-01", 1, record);
        assertThat(first.acceptance().disputed()).isTrue();
        assertThat(journal.accept("till-01", 1, record).acceptance()).isEqualTo(first.acceptance());
        DisputedTotals disputed =
                shop.inTransaction(() -> shop.get(SalesService.class).disputedTotals());
        assertThat(disputed.sales()).hasSize(1);
        DisputedTotals.Sale sale = disputed.sales().get(0);
        assertThat(sale.toldTotalMinor()).isEqualTo(99);
        assertThat(sale.computedTotalMinor()).isEqualTo(129);
        assertThat(sale.reason()).contains("total told 99, computed 129");
        assertThat(trialBalance().balanceMinor(Account.CASH, "EUR")).isEqualTo(99);
    }

    @Test
    void aSaleIsComputedWithThePricesOfItsTime() {
        shop.inTransaction(() -> shop.get(CatalogService.class).setPrice("milk", 1_490_000L));
        byte[] rungUpBefore = new SaleBuilder().version(3).line("milk", 1000).record(1);
        byte[] rungUpAfter = new SaleBuilder()
                .version(4)
                .milkPrice(1_490_000)
                .line("milk", 1000)
                .record(2);
        assertThat(journal.accept("till-01", 1, rungUpBefore).acceptance().disputed())
                .isFalse();
        assertThat(journal.accept("till-01", 2, rungUpAfter).acceptance().disputed())
                .isFalse();
    }

    @Test
    void whatTheServerDoesNotKnowIsADisputeAndNeverARefusal() {
        byte[] unknownItem = new SaleBuilder().line("ghost", 1000).record(1);
        byte[] unknownVersion = new SaleBuilder().version(99).line("milk", 1000).record(2);
        assertThat(journal.accept("till-01", 1, unknownItem).acceptance().disputed())
                .isTrue();
        assertThat(journal.accept("till-01", 2, unknownVersion).acceptance().disputed())
                .isTrue();
        assertThat(onHand("ghost")).isEqualTo(-1000);
        assertBooksBalance();
    }

    @Test
    void anItemWithoutAPriceSellsAtAPriceByHand() {
        byte[] record =
                new SaleBuilder().overridden("bag", 1000, 0).line("milk", 1000).record(1);
        assertThat(journal.accept("till-01", 1, record).acceptance().disputed()).isFalse();
    }

    @Test
    void halfARecordIsRefusedWithEveryFaultAndLeavesNothing() {
        List<Long> before = rowCounts();
        assertRefused(ProblemCode.MALFORMED, 1, "{\"workstationId\": \"till-01\", \"sequence\"".getBytes(UTF_8));
        assertThatThrownBy(() -> journal.accept("till-01", 1, "{\"workstationId\": \"till-01\"}".getBytes(UTF_8)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::field)
                        .contains("sequence", "kind", "payload", "priceBookVersion", "taxPolicy"));
        assertRefused(
                ProblemCode.MALFORMED, 7, new SaleBuilder().line("milk", 1000).record(1));
        assertRefused(
                ProblemCode.UNSOUND_SALE,
                1,
                new SaleBuilder().ofStore("other").line("milk", 1000).record(1));
        assertThat(rowCounts()).isEqualTo(before);
    }

    @Test
    void aSaleThatContradictsItselfIsRefused() {
        String text = new String(new SaleBuilder().line("milk", 1000).record(1), UTF_8);
        byte[] record =
                text.replace("\\\"totalMinor\\\":129", "\\\"totalMinor\\\":130").getBytes(UTF_8);
        assertThat(new String(record, UTF_8)).isNotEqualTo(text);
        assertThatThrownBy(() -> journal.accept("till-01", 1, record))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ProblemCode.UNSOUND_SALE);
                    assertThat(refused.faults()).isNotEmpty();
                });
    }

    @Test
    void aFailureHalfWayLeavesEveryTableAsBefore() {
        List<Long> before = rowCounts();
        byte[] record = new SaleBuilder().line("milk", 1000).record(1);
        shop.database.tamper("alter table audit_entry rename to audit_entry_gone");
        assertThatThrownBy(() -> journal.accept("till-01", 1, record)).hasCauseInstanceOf(DatabaseException.class);
        shop.database.tamper("alter table audit_entry_gone rename to audit_entry");
        assertThat(rowCounts()).isEqualTo(before);
        assertThat(journal.accept("till-01", 1, record).isRepeat()).isFalse();
    }

    @Test
    void aKindFromTheFutureIsUnknown() {
        JournalRecord record =
                new JournalRecord("till-01", 1L, "GIFT_CARD", 3L, TaxPolicyMessage.of(SaleBuilder.IN_PRICE), "{}");
        assertRefused(ProblemCode.UNKNOWN_KIND, 1, WireJson.write(record));
    }

    @Test
    void aTillIsOpenedCountedAndSettledOverOrShort() {
        journal.accept("till-01", 1, record(1, RecordKind.TILL_OPENED, opened(10_000)));
        SaleBuilder sale = new SaleBuilder().line("milk", 2000);
        journal.accept("till-01", 2, sale.record(2));
        TillTotals open = till();
        assertThat(open.status()).isEqualTo("OPEN");
        assertThat(open.totalMinor()).isEqualTo(258);
        assertThat(open.tenders()).contains(new TillTotals.TenderTotal("CASH", 10_258L, null));

        journal.accept("till-01", 3, record(3, RecordKind.TILL_SETTLED, settled(10_258, 10_250)));
        TillTotals settled = till();
        assertThat(settled.status()).isEqualTo("SETTLED");
        assertThat(settled.tenders()).contains(new TillTotals.TenderTotal("CASH", 10_258L, 10_250L));
        assertThat(shop.database.number("select over_short_minor from till_count where tender = 'CASH'"))
                .isEqualTo(-8);
        TrialBalance balance = trialBalance();
        assertThat(balance.balanceMinor(Account.CASH, "EUR")).isZero();
        assertThat(balance.balanceMinor(Account.SAFE, "EUR")).isEqualTo(250);
        assertThat(balance.balanceMinor(Account.OVER_SHORT, "EUR")).isEqualTo(8);
        assertBooksBalance();
        assertRefused(ProblemCode.TRANSACTION_CONFLICT, 4, record(4, RecordKind.TILL_SETTLED, settled(1, 1)));
        assertRefused(ProblemCode.TRANSACTION_CONFLICT, 4, record(4, RecordKind.TILL_OPENED, opened(1)));
    }

    @Test
    void eventsAndVoidedSalesAreNotedAndMoveNothing() {
        Instant now = Instant.parse("2026-03-02T08:00:00Z");
        EventMessage event = new EventMessage("LINE_VOIDED", TestShop.STORE, "ben", now, "milk", "line 2");
        SaleVoidedMessage voided = new SaleVoidedMessage(
                UUID.randomUUID(),
                TestShop.STORE,
                SaleBuilder.TILL_SESSION,
                "ben",
                LocalDate.parse("2026-03-02"),
                now,
                "EUR",
                2L,
                500L);
        journal.accept("till-01", 1, record(1, RecordKind.EVENT, event));
        journal.accept("till-01", 2, record(2, RecordKind.SALE_VOIDED, voided));
        assertThat(shop.database.count("audit_entry", "action in ('LINE_VOIDED', 'SALE_VOIDED')"))
                .isEqualTo(2);
        assertThat(shop.database.count("posting", "true")).isZero();
    }

    private void assertRefused(ProblemCode code, long sequence, byte[] record) {
        assertThatThrownBy(() -> journal.accept("till-01", sequence, record))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void assertBooksBalance() {
        assertThat(shop.database.count(
                        "(select source_id from posting group by source_id, event having sum(amount_minor) <> 0) broken",
                        "true"))
                .isZero();
        assertThat(trialBalance().balances().stream()
                        .mapToLong(TrialBalance.Balance::balanceMinor)
                        .sum())
                .isZero();
    }

    private TrialBalance trialBalance() {
        return shop.inTransaction(() -> shop.get(LedgerService.class).trialBalance());
    }

    private TillTotals till() {
        return shop.inTransaction(() -> shop.get(TillService.class).find(SaleBuilder.TILL_SESSION))
                .orElseThrow();
    }

    private long onHand(String itemId) {
        return shop.inTransaction(() -> shop.get(StockService.class).onHandMilli(TestShop.STORE, itemId));
    }

    private List<Long> rowCounts() {
        return LEDGERS.stream()
                .sorted()
                .map(table -> shop.database.count(table, "true"))
                .toList();
    }

    private static TillOpenedMessage opened(long floatMinor) {
        return new TillOpenedMessage(
                SaleBuilder.TILL_SESSION,
                TestShop.STORE,
                "ben",
                LocalDate.parse("2026-03-02"),
                Instant.parse("2026-03-02T07:00:00Z"),
                "EUR",
                floatMinor);
    }

    private static TillSettledMessage settled(long expected, long counted) {
        return new TillSettledMessage(
                SaleBuilder.TILL_SESSION,
                TestShop.STORE,
                "ben",
                Instant.parse("2026-03-02T18:00:00Z"),
                "EUR",
                List.of(
                        new TillSettledMessage.Count("CASH", expected, counted),
                        new TillSettledMessage.Count("CARD", 0L, 0L)),
                1L);
    }

    private static byte[] record(long sequence, RecordKind kind, Record message) {
        return WireJson.write(
                JournalRecord.of("till-01", sequence, kind, 3, TaxPolicyMessage.of(SaleBuilder.IN_PRICE), message));
    }
}
