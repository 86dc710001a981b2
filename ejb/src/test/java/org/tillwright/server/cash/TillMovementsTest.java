package org.tillwright.server.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.journal.TestTill;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.TillSettledMessage.Count;
import org.tillwright.wire.TillTotals;
import org.tillwright.wire.till.TillReport;

class TillMovementsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Instant EVENING = Instant.parse("2026-03-02T18:00:00Z");

    private final TestShop shop = new TestShop();
    private final TillService tills = shop.get(TillService.class);
    private TestTill till;

    @BeforeEach
    void openTill() {
        till = new TestTill(shop, TestShop.TILL);
        till.open(10_000);
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void whatGoesInAndOutWithoutASaleIsExpectedToo() {
        till.sell("milk 1000");
        move("LOAN", 5_000);
        move("PICKUP", 8_000);
        move("PAID_IN", 700);
        move("PAID_OUT", 1_250);
        move("NO_SALE", 0);
        assertThat(totals().tenders())
                .contains(new TillTotals.TenderTotal("CASH", 10_000L + 129 + 5_000 - 8_000 + 700 - 1_250, null));
        assertThat(shop.database.count("till_movement", "kind = 'NO_SALE'")).isEqualTo(1);
        assertThat(booked("SAFE")).isEqualTo(-10_000 - 5_000 + 8_000);
        assertThat(booked("SUNDRY_CASH")).isEqualTo(-700 + 1_250);
        assertThat(booked("CASH")).isEqualTo(10_000 + 129 + 5_000 - 8_000 + 700 - 1_250);
    }

    @Test
    void aMovementIsRecordedOnce() {
        CashMovedMessage loan = moved("LOAN", "EUR", 5_000, null);
        record(loan);
        assertThatThrownBy(() -> record(loan)).isInstanceOf(Refused.class);
        assertThat(booked("SAFE")).isEqualTo(-15_000);
    }

    @Test
    void notesOfAnotherCurrencyAreExpectedInTheirOwnUnits() {
        record(moved("LOAN", "SEK", 50_000, 4_300L));
        record(moved("PICKUP", "SEK", 20_000, 1_720L));
        assertThat(totals().foreign()).containsExactly(new TillTotals.ForeignTotal("SEK", 30_000L, null));
        assertThat(totals().tenders()).contains(new TillTotals.TenderTotal("FOREIGN_CASH", 2_580L, null));
        assertThat(booked("FOREIGN_CASH")).isZero(); // from the safe's foreign notes to the till's
        settle(1, List.of(new Count("CASH", 10_000L, 10_000L), new Count("FOREIGN_CASH", 2_580L, 2_494L)), 29_000);
        assertThat(totals().foreign()).containsExactly(new TillTotals.ForeignTotal("SEK", 30_000L, 29_000L));
        assertThat(booked("OVER_SHORT")).isEqualTo(86);
    }

    /** It was in the drawer when the drawer was counted, so the difference that was booked is none. */
    @Test
    void aSaleThatComesAfterTheSettlementStandsInItsSupplement() {
        till.sell("milk 1000");
        settle(1, List.of(new Count("CASH", 10_258L, 10_258L), new Count("CARD", 0L, 0L)), null);
        assertThat(booked("OVER_SHORT")).isEqualTo(-129);
        SaleMessage late = till.sell("milk 1000");
        assertThat(totals().supplement()).containsExactly(new TillTotals.Late("CASH", 2L, late.totalMinor()));
        assertThat(totals().tenders()).contains(new TillTotals.TenderTotal("CASH", 10_258L, 10_258L));
        assertThat(booked("OVER_SHORT")).isZero();
        assertThat(booked("CASH")).isZero();
        assertThat(booked("SAFE")).isEqualTo(258);
        assertThat(shop.database.count("till_count", "expected_minor = 10129 and tender = 'CASH'"))
                .isEqualTo(1);
        move("PAID_OUT", 100);
        assertThat(booked("CASH")).isZero();
        assertThat(booked("OVER_SHORT")).isEqualTo(-100);
    }

    /** Its record was put aside, and sent again the next morning. */
    @Test
    void anOpeningThatComesAfterTheSettlementStandsInItsSupplementToo() {
        UUID session = UUID.randomUUID();
        long before = booked("SAFE");
        settle(session, 1, List.of(new Count("CASH", 10_000L, 10_000L)), null);
        assertThat(booked("OVER_SHORT")).isEqualTo(-10_000);
        shop.inTransaction(() -> {
            tills.open(
                    TestShop.TILL,
                    new TillOpenedMessage(
                            session, TestShop.STORE, "ben", DAY, EVENING.minusSeconds(60), "EUR", 10_000L));
            return true;
        });
        assertThat(booked("OVER_SHORT")).isZero();
        assertThat(booked("CASH")).as("of the other till").isEqualTo(10_000);
        assertThat(booked("SAFE")).isEqualTo(before);
    }

    @Test
    void overAndShortAreBookedOnWhoAnswersForTheTill() {
        settle(1, List.of(new Count("CASH", 10_000L, 9_950L), new Count("CARD", 0L, 0L)), null);
        assertThat(shop.database.count(
                        "posting", "account_id = 'OVER_SHORT' and subject = 'ben' and amount_minor = 50"))
                .isEqualTo(1);
    }

    @Test
    void theNumberOfTheZReportIsKeptAndAGapIsNoted() {
        settle(7, List.of(new Count("CASH", 10_000L, 10_000L)), null);
        assertThat(totals().zNumber()).isEqualTo(7);
        TestTill next = new TestTill(shop, TestShop.TILL);
        UUID another = next.tillSessionId();
        settle(another, 8, List.of(), null);
        assertThat(shop.database.count("audit_entry", "action = 'Z_NUMBER_OUT_OF_ORDER'"))
                .isZero();
        settle(UUID.randomUUID(), 10, List.of(), null);
        assertThat(shop.database.count("audit_entry", "action = 'Z_NUMBER_OUT_OF_ORDER'"))
                .isEqualTo(1);
        assertThat(shop.database.count("till_settlement", "report like '%\"kind\":\"Z\"%'"))
                .isEqualTo(3);
    }

    private TillTotals totals() {
        return shop.inTransaction(() -> tills.find(till.tillSessionId())).orElseThrow();
    }

    private long booked(String account) {
        return shop.database.number(
                "select coalesce(sum(amount_minor), 0) from posting where account_id = '" + account + "'");
    }

    private void move(String kind, long minor) {
        record(moved(kind, "EUR", minor, null));
    }

    private CashMovedMessage moved(String kind, String currency, long minor, Long worth) {
        return new CashMovedMessage(
                UUID.randomUUID(),
                TestShop.STORE,
                till.tillSessionId(),
                "ben",
                DAY,
                EVENING,
                kind,
                currency,
                minor,
                "OTHER",
                null,
                null,
                worth);
    }

    private void record(CashMovedMessage moved) {
        shop.inTransaction(() -> {
            tills.move(TestShop.TILL, moved);
            return true;
        });
    }

    private void settle(long number, List<Count> counts, Integer swedish) {
        settle(till.tillSessionId(), number, counts, swedish);
    }

    private void settle(UUID session, long number, List<Count> counts, Integer swedish) {
        shop.inTransaction(() -> {
            tills.settle(
                    TestShop.TILL,
                    new TillSettledMessage(
                            session,
                            TestShop.STORE,
                            "ben",
                            EVENING,
                            "EUR",
                            counts,
                            1L,
                            swedish == null
                                    ? null
                                    : List.of(new TillSettledMessage.ForeignCount("SEK", 30_000L, (long) swedish)),
                            null,
                            null,
                            null,
                            null,
                            null,
                            new TillReport("Z", number, "ben", "ben", DAY, EVENING, EVENING, "EUR", List.of())));
            return true;
        });
    }
}
