package org.tillwright.server.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.ledger.Account;
import org.tillwright.wire.CardSettlementMessage;
import org.tillwright.wire.PayoutAnswer;
import org.tillwright.wire.SaleMessage;

/** Payouts against tenders, on a real database, with the books. */
class PayoutServiceTest {

    private final SettlementShop shop = new SettlementShop();

    @AfterEach
    void close() {
        assertThat(shop.shop.database.number("select coalesce(sum(amount_minor), 0) from posting"))
                .isZero();
        shop.close();
    }

    @Test
    void whatTheAcquirerPaysLeavesTheCardAccountAndItsFeeIsAnExpense() {
        shop.card("milk 1000", "A1", "1");
        shop.card("milk 2000", "A2", "2");
        assertThat(shop.books(Account.CARD)).isEqualTo(387);
        PayoutAnswer answer = shop.upload(
                "march.csv",
                "payment,1.29,0.02,T-1,A1,1,2026-03-02,2026-03-03\npayment,2.58,0.03,T-1,A2,2,2026-03-02,\n");
        assertThat(answer.matched()).isEqualTo(2);
        assertThat(answer.open()).isZero();
        assertThat(shop.books(Account.CARD)).isZero();
        assertThat(shop.books(Account.BANK)).isEqualTo(382);
        assertThat(shop.books(Account.CARD_FEES)).isEqualTo(5);
        assertThat(shop.books(Account.CARD_UNMATCHED)).isZero();
        assertThat(shop.open()).isEmpty();
    }

    @Test
    void theSameFileTwiceIsNothingTwiceAndTheSameLinesInAnotherFileNeither() {
        shop.card("milk 1000", "A1", "1");
        String line = "payment,1.29,0,T-1,A1,1,2026-03-02,\n";
        PayoutAnswer first = shop.upload("a.csv", line);
        PayoutAnswer again = shop.upload("b.csv", line);
        assertThat(again.isRepeat()).isTrue();
        assertThat(again.fileId()).isEqualTo(first.fileId());
        PayoutAnswer longer = shop.upload("c.csv", line + "payment,9.99,0,T-1,ZZ,9,2026-03-02,\n");
        assertThat(longer.known()).isEqualTo(1);
        assertThat(longer.lines()).isEqualTo(1);
        assertThat(shop.books(Account.BANK)).isEqualTo(129 + 999);
        assertThat(shop.books(Account.CARD)).isZero();
        assertThat(shop.books(Account.CARD_UNMATCHED)).isEqualTo(-999);
    }

    @Test
    void aCardNumberInAFileIsMaskedBeforeAnythingIsKept() {
        String number = "4111111111111111";
        shop.upload(
                "payout " + number + ".csv",
                "payment,1.00,0," + number + ",4111 1111 1111 1111," + number + ",2026-03-02,\n");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> shop.upload("b.csv", "payment," + number + "x,0,,,,2026-03-02,\n"))
                .satisfies(refused -> assertThat(refused.faults().toString())
                        .contains("************1111")
                        .doesNotContain(number));
        OpenAmount open = shop.open().get(0);
        assertThat(open.toString()).contains("1111").doesNotContain("4111");
        boolean unused = shop.shop.inTransaction(() -> {
            shop.settlement.resolve(
                    TestShop.STORE, open.kind(), open.id(), Resolution.WRITTEN_OFF, "card " + number, "anna");
            return true;
        });
        for (String kept : List.of(
                "select group_concat(concat_ws(' ', file_name)) from payout_file",
                "select group_concat(concat_ws(' ', terminal_id, authorization_code, trace)) from payout_line",
                "select group_concat(note) from settlement_resolution",
                "select group_concat(concat_ws(' ', subject, detail)) from audit_entry")) {
            assertThat(shop.shop.database.text(kept)).isNotNull().doesNotContain("4111");
        }
    }

    @Test
    void twoLinesThatSayTheSameAreTwoPayments() {
        shop.upload("a.csv", "payment,1.00,0,,,,2026-03-02,\npayment,1.00,0,,,,2026-03-02,\n");
        assertThat(shop.books(Account.BANK)).isEqualTo(200);
    }

    @Test
    void anotherCurrencyIsAnotherAmountWithBooksOfItsOwn() {
        shop.card("milk 1000", "A1", "1");
        byte[] file = "amount,fee,currency,authorization,date\n1.29,0.02,DKK,A1,2026-03-02\n"
                .getBytes(StandardCharsets.UTF_8);
        PayoutAnswer answer =
                shop.shop.inTransaction(() -> shop.payouts.upload(TestShop.STORE, "dk.csv", file, null, "anna"));
        assertThat(answer.matched()).isZero();
        assertThat(shop.books(Account.CARD)).isEqualTo(129);
        assertThat(shop.books(Account.BANK)).isZero();
        assertThat(shop.shop.database.number("select sum(p.amount_minor) from posting p join journal_entry e"
                        + " on e.source_id = p.source_id and e.event = p.event"
                        + " where e.currency = 'DKK' and p.account_id = 'BANK'"))
                .isEqualTo(127);
    }

    @Test
    void everyAmountThatFitsNothingIsListedBothWaysWithItsReason() {
        shop.card("milk 1000", "A1", "1");
        shop.card("milk 2000", "A2", "2");
        shop.till.sellByCard("milk 3000", new SaleMessage.Card("UNCLEAR", "", "", "", ""));
        shop.upload(
                "a.csv",
                """
                payment,1.30,0,T-1,A1,1,2026-03-02,
                payment,7.77,0,T-1,X9,9,2026-03-02,
                chargeback,-2.58,0,T-1,A2,2,2026-03-02,
                adjustment,-1.00,0,,,,2026-03-02,
                payment,5.00,0,T-1,LATE,50,2026-03-05,
                """);
        assertThat(shop.open())
                .extracting(OpenAmount::kind, OpenAmount::amountMinor, OpenAmount::reason)
                .containsExactlyInAnyOrder(
                        tuple("LINE", 130L, OpenReason.AMOUNT_DIFFERS),
                        tuple("LINE", 777L, OpenReason.NO_TENDER),
                        tuple("LINE", -258L, OpenReason.CHARGEBACK),
                        tuple("LINE", -100L, OpenReason.ADJUSTMENT),
                        tuple("LINE", 500L, OpenReason.NO_TENDER),
                        tuple("TENDER", 129L, OpenReason.NOT_PAID_OUT),
                        tuple("TENDER", 258L, OpenReason.NOT_PAID_OUT),
                        tuple("TENDER", 387L, OpenReason.NO_AUTHORIZATION));
        assertThat(shop.open(new OpenFilter("TENDER", null, null, null))).hasSize(3);
        assertThat(shop.open(new OpenFilter(null, LocalDate.parse("2026-03-03"), null, null)))
                .hasSize(1);
        assertThat(shop.open(new OpenFilter(null, null, null, "X9"))).hasSize(1);
        assertThat(shop.books(Account.CARD_UNMATCHED)).isEqualTo(-(130 + 777 - 258 - 100 + 500));
    }

    @Test
    void pagesHoldEachAmountOnce() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            many.append("payment,")
                    .append(i + 1)
                    .append(".00,0,,C")
                    .append(i)
                    .append(",,2026-03-0")
                    .append(1 + i % 3)
                    .append(",\n");
        }
        shop.upload("a.csv", many.toString());
        List<String> seen = new ArrayList<>();
        OpenPlace after = null;
        boolean hasMore = true;
        while (hasMore) {
            OpenPlace from = after;
            OpenPage page =
                    shop.shop.inTransaction(() -> shop.settlement.find(TestShop.STORE, OpenFilter.ALL, from, 10));
            page.rows().forEach(row -> seen.add(row.id()));
            hasMore = page.hasMore();
            after = page.rows().get(page.rows().size() - 1).place();
            assertThat(OpenPlace.of(after.toString())).contains(after);
        }
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(shop.shop.inTransaction(() -> shop.settlement.sums(TestShop.STORE)))
                .containsExactly(new OpenSum("LINE", "EUR", 25, 32_500));
    }

    @Test
    void aSaleThatComesLateFitsAfterwards() {
        shop.upload("a.csv", "payment,1.29,0,T-1,A1,1,2026-03-02,\n");
        assertThat(shop.open()).hasSize(1);
        shop.card("milk 1000", "A1", "1");
        assertThat(shop.shop.inTransaction(() -> shop.payouts.matchAgain(TestShop.STORE)))
                .isEqualTo(1);
        assertThat(shop.open()).isEmpty();
        assertThat(shop.books(Account.CARD)).isZero();
        assertThat(shop.books(Account.CARD_UNMATCHED)).isZero();
    }

    @Test
    void aSaleThatWasUndoneIsNotWaitedFor() {
        SaleMessage sale = shop.card("milk 1000", "A1", "1");
        SaleMessage undone = shop.card("milk -1000", "A9", "2");
        shop.shop.database.tamper(
                "insert into post_void values ('" + undone.transactionId() + "', '" + sale.transactionId() + "')");
        shop.upload("a.csv", "payment,1.00,0,,Q,,2026-03-01,\npayment,1.00,0,,R,,2026-03-09,\n");
        assertThat(shop.open()).extracting(OpenAmount::kind).containsOnly("LINE");
    }

    @Test
    void aManagerSettlesWithAReasonAndTheBooksFollow() {
        shop.card("milk 1000", "A1", "1");
        shop.card("milk 2000", "A2", "2");
        shop.upload(
                "a.csv",
                "payment,1.30,0,T-1,A1,1,2026-03-02,\npayment,7.77,0,T-1,X9,9,2026-03-02,\npayment,1.00,0,,N,,2026-03-09,\n");
        OpenAmount differs = shop.one(OpenReason.AMOUNT_DIFFERS);
        shop.match(differs, shop.choices(differs, null).get(0));
        assertThat(shop.books(Account.CARD_DIFFERENCES))
                .as("a cent more came than was due")
                .isEqualTo(-1);
        shop.shop
                .inTransaction(() -> shop.open(new OpenFilter("LINE", null, null, null)).stream()
                        .toList())
                .forEach(line -> shop.resolve(line, Resolution.WRITTEN_OFF));
        assertThat(shop.books(Account.CARD_UNMATCHED)).isZero();
        shop.resolve(shop.one(OpenReason.NOT_PAID_OUT), Resolution.WRITTEN_OFF);
        assertThat(shop.books(Account.CARD)).isZero();
        assertThat(shop.open()).isEmpty();
        assertThat(shop.resolved())
                .hasSize(4)
                .filteredOn(each -> each.note().equals("looked at it"))
                .hasSize(3);
        assertThat(shop.shop.database.count("audit_entry", "action = 'SETTLEMENT_RESOLVED'"))
                .isEqualTo(3);
    }

    @Test
    void whatIsSettledIsSettledOnceAndOnlyInAWayThatMakesSense() {
        shop.upload("a.csv", "payment,7.77,0,T-1,X9,9,2026-03-02,\n");
        OpenAmount open = shop.one(OpenReason.NO_TENDER);
        refused(open, Resolution.SAME_PAYMENT, SettlementReason.NOT_SO);
        refused(open, Resolution.EXPLAINED, SettlementReason.NOT_SO);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> shop.shop.inTransaction(() -> {
                    shop.settlement.resolve(
                            TestShop.STORE, open.kind(), open.id(), Resolution.WRITTEN_OFF, "  ", "anna");
                    return true;
                }))
                .satisfies(no -> assertThat(no.reasons()).containsExactly(SettlementReason.NOTE_MISSING));
        shop.resolve(open, Resolution.WRITTEN_OFF);
        refused(open, Resolution.WRITTEN_OFF, SettlementReason.GONE);
    }

    private void refused(OpenAmount open, Resolution reason, SettlementReason why) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> shop.resolve(open, reason))
                .satisfies(no -> assertThat(no.reasons()).containsExactly(why));
    }

    @Test
    void aFileWithAFaultIsTakenNotAtAll() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(
                        () -> shop.upload("a.csv", "payment,1.29,0,T-1,A1,1,2026-03-02,\npayment,x,0,,,,2026-03-02,\n"))
                .satisfies(no -> assertThat(no.faults()).hasSize(1));
        assertThat(shop.shop.database.count("payout_file", "true")).isZero();
        assertThat(shop.shop.database.count("payout_line", "true")).isZero();
    }

    @Test
    void howColumnsAreCalledIsRemembered() {
        byte[] file = "Umsatz;date\n1,00;2026-03-02\n".getBytes(StandardCharsets.UTF_8);
        String columns = "amount = Umsatz\ndecimal = ,";
        shop.shop.inTransaction(() -> shop.payouts.upload(TestShop.STORE, "a.csv", file, columns, "anna"));
        assertThat(shop.shop.inTransaction(() -> shop.payouts.columns(TestShop.STORE)))
                .isEqualTo(columns);
        byte[] next = "Umsatz;date\n2,00;2026-03-02\n".getBytes(StandardCharsets.UTF_8);
        assertThat(shop.shop
                        .inTransaction(() -> shop.payouts.upload(TestShop.STORE, "b.csv", next, null, "anna"))
                        .lines())
                .isEqualTo(1);
    }

    @Test
    void linesOfATerminalThatAnotherStoreHasAreLeftToIt() {
        shop.shop.database.tamper("insert into store select 'other', name, address_line_1, address_line_2,"
                + " address_line_3, tax_number, country, currency, language, time_zone, day_ends, tax_placement,"
                + " tax_level, tax_rounding from store");
        SaleMessage sale = shop.till.sellByCard("milk 1000", new SaleMessage.Card("VISA", "1", "A1", "T-8", "1"));
        shop.shop.database.tamper("update retail_transaction set store_id = 'other' where transaction_id = '"
                + sale.transactionId() + "'");
        PayoutAnswer answer = shop.upload("a.csv", "payment,1.29,0,T-8,A1,1,2026-03-02,\n");
        assertThat(answer.others()).isEqualTo(1);
        assertThat(answer.lines()).isZero();
    }

    @Test
    void twoFilesAtOnceMatchEachTenderOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            shop.card("milk 1000", "A" + i, String.valueOf(i));
        }
        StringBuilder one = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            one.append("payment,1.29,0,T-1,A").append(i).append(',').append(i).append(",2026-03-02,\n");
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        CyclicBarrier start = new CyclicBarrier(4);
        try {
            List<Future<PayoutAnswer>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String lines = one + (i < 2 ? "" : "payment," + i + ".00,0,,N" + i + ",,2026-03-02,\n");
                all.add(pool.submit(() -> {
                    start.await();
                    return shop.upload("a.csv", lines);
                }));
            }
            for (Future<PayoutAnswer> each : all) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(shop.shop.database.count("payout_file", "true")).isEqualTo(3);
        assertThat(shop.shop.database.count("settlement_match", "true")).isEqualTo(10);
        assertThat(shop.books(Account.BANK)).isEqualTo(1_290 + 500);
        assertThat(shop.books(Account.CARD)).isZero();
    }

    @Test
    void aTerminalsDayIsHeldAgainstTheTenders() {
        SaleMessage sale = shop.card("milk 1000", "A1", "1");
        Instant now = shop.shop.clock.instant();
        shop.till.tell(new CardSettlementMessage(
                UUID.randomUUID(),
                TestShop.STORE,
                "ben",
                now.minus(Duration.ofHours(2)),
                "T-1",
                "EUR",
                "1",
                "3",
                700L,
                List.of(),
                List.of(
                        receipt(sale.transactionId(), "PAYMENT", 129, "1", null, now),
                        receipt(UUID.randomUUID(), "PAYMENT", 500, "2", null, now),
                        receipt(UUID.randomUUID(), "PAYMENT", 50, "3", null, now),
                        receipt(UUID.randomUUID(), "REVERSAL", -50, "4", "3", now)),
                0L));
        assertThat(shop.open())
                .extracting(OpenAmount::kind, OpenAmount::amountMinor, OpenAmount::reason)
                .containsExactlyInAnyOrder(
                        tuple("RECEIPT", 500L, OpenReason.NO_SALE), tuple("DAY", 71L, OpenReason.TOTALS_DIFFER));
        shop.open().forEach(each -> shop.resolve(each, Resolution.EXPLAINED));
        assertThat(shop.open()).isEmpty();
    }

    private static CardSettlementMessage.Receipt receipt(
            UUID sale, String kind, long minor, String trace, String reversed, Instant at) {
        return new CardSettlementMessage.Receipt(
                sale, kind, minor, trace, trace, "A" + trace, "VISA", "1111", at, reversed);
    }

    @Test
    void aPhonesPaymentIsMatchedByTheGatewaysNumberAndOneWithoutASaleIsListed() {
        UUID known = UUID.randomUUID();
        UUID lost = UUID.randomUUID();
        for (UUID id : List.of(known, lost)) {
            shop.shop.database.tamper(
                    "insert into wallet_payment (payment_id, store_id, workstation_id, kind, currency,"
                            + " amount_minor, state, reference, paid_minor, asked_at, changed_at, looked_at, next_look_at)"
                            + " values ('" + id + "', 'shop', 'till-01', 'SHOW', 'EUR', 129, 'PAID', '"
                            + (id.equals(known) ? "G1" : "G2") + "', 129, '2026-03-02 07:00:00', '2026-03-02 07:00:00',"
                            + " '2026-03-02 07:00:00', '2026-03-02 07:00:00')");
        }
        shop.till.sellByPhone("milk 1000", known, "G1");
        assertThat(shop.open()).extracting(OpenAmount::kind, OpenAmount::code).containsExactly(tuple("WALLET", "G2"));
        byte[] file = "amount,fee,reference,date\n1.29,0.01,G1,2026-03-02\n".getBytes(StandardCharsets.UTF_8);
        shop.shop.inTransaction(() -> shop.payouts.upload(TestShop.STORE, "w.csv", file, null, "anna"));
        assertThat(shop.books(Account.WALLET)).isZero();
        assertThat(shop.books(Account.CARD)).isZero();
    }
}
