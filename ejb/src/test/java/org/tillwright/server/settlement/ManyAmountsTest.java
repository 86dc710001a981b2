package org.tillwright.server.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;

/** Years of card payments, of which little is open: looking at a page must not read them all. */
class ManyAmountsTest {

    private static final int MANY = 100_000;
    private static final int A_DAY = 200;
    private static final int DAYS = MANY / A_DAY;

    /** One tender and one line of so many fit nothing. */
    private static final int OPEN_ONE_OF = 1_000;

    private final SettlementShop shop = new SettlementShop();

    @BeforeEach
    void fill() {
        String day = "date_add('2025-01-01', interval floor(seq / " + A_DAY + ") day)";
        String each = " from seq_1_to_" + MANY;
        shop.shop.database.tamper("insert into retail_transaction (transaction_id, store_id, workstation_id, sequence,"
                + " till_session_id, operator_id, business_day, begun_at, ended_at, accepted_at, price_book_version,"
                + " tax_placement, tax_level, tax_rounding, currency, net_minor, tax_minor, total_minor)"
                + " select " + id("seq") + ", 'shop', 'till-77', seq, " + id("0") + ", 'ben', " + day + ", " + day
                + ", "
                + day + ", " + day + ", 1, 'INCLUSIVE', 'LINE', 'HALF_UP', 'EUR', 100 + seq, 0, 100 + seq" + each);
        shop.shop.database.tamper("insert into tender_line (transaction_id, number, tender, amount_minor, card_scheme,"
                + " card_last_four, authorization_code, terminal_id, terminal_trace) select " + id("seq")
                + ", 1, 'CARD', 100 + seq, 'VISA', '1111', concat('C', seq), 'T-77', seq" + each);
        shop.shop.database.tamper("insert into payout_file (file_id, store_id, file_name, content_hash, format,"
                + " uploaded_by, uploaded_at, line_count, known_count, other_count) values (" + id("1")
                + ", 'shop', 'years.csv', 'x', 'CSV', 'anna', now(6), " + MANY + ", 0, 0)");
        shop.shop.database.tamper("insert into payout_line (file_id, store_id, number, line_key, kind, currency,"
                + " gross_minor, fee_minor, terminal_id, authorization_code, happened_on, pays, state, reason) select "
                + id("1")
                + ", 'shop', seq, sha2(seq, 256), 'PAYMENT', 'EUR', 100 + seq, 1, 'T-77', concat('C', seq), " + day
                + ", 'CARD', if(seq % " + OPEN_ONE_OF + " = 0, 'OPEN', 'MATCHED'), if(seq % " + OPEN_ONE_OF
                + " = 0, 'NO_TENDER', null)" + each);
        shop.shop.database.tamper(
                "insert into settlement_match (transaction_id, tender_number, line_id, how, matched_at)" + " select "
                        + id("number") + ", 1, line_id, 'CODE', now(6) from payout_line where state = 'MATCHED'");
        shop.shop.database.tamper(
                "insert into unsettled_tender (transaction_id, number, store_id, tender, business_day) select "
                        + id("number") + ", 1, store_id, 'CARD', happened_on from payout_line where state = 'OPEN'");
        shop.shop.database.tamper("insert into card_day (settlement_id, store_id, workstation_id, operator_id,"
                + " terminal_id, settled_at, currency, receipts_minor, open_count) select " + id("seq")
                + ", 'shop', 'till-77', 'ben', 'T-77', " + day + ", 'EUR', 0, 0 from seq_1_to_" + DAYS);
        shop.shop.database.tamper("insert into card_day_receipt (settlement_id, number, transaction_id, kind,"
                + " amount_minor, trace, authorization_code, scheme, moved_at, awaits_sale) select "
                + id("1 + seq % " + DAYS) + ", seq, " + id("seq") + ", 'PAYMENT', 100 + seq, seq, concat('C', seq),"
                + " 'VISA', " + day + ", false" + each);
        shop.shop.database.tamper("analyze table retail_transaction, tender_line, payout_line, settlement_match,"
                + " unsettled_tender, card_day, card_day_receipt");
    }

    private static String id(String number) {
        return "cast(concat('00000000-0000-4000-8000-', lpad(" + number + ", 12, '0')) as uuid)";
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private OpenPage page(OpenFilter filter, @Nullable OpenPlace after) {
        return shop.shop.inTransaction(() -> shop.settlement.find(TestShop.STORE, filter, after, 50));
    }

    /** Each of these is given up by the database when it takes longer than a page may. */
    @Test
    void everyPageOfAYearsListIsThereInTime() {
        OpenPage next = page(OpenFilter.ALL, null);
        assertThat(next.rows()).hasSize(50);
        List<OpenAmount> all = new ArrayList<>(next.rows());
        while (next.hasMore()) {
            next = page(OpenFilter.ALL, all.get(all.size() - 1).place());
            all.addAll(next.rows());
        }
        assertThat(all).doesNotHaveDuplicates();
        assertThat(all.stream().filter(open -> open.kind().equals("LINE"))).hasSize(MANY / OPEN_ONE_OF);
        assertThat(all.stream().filter(open -> open.kind().equals("TENDER"))).hasSize(MANY / OPEN_ONE_OF - 1);
        List<OpenSum> sums = shop.shop.inTransaction(() -> shop.settlement.sums(TestShop.STORE));
        assertThat(sums).extracting(OpenSum::count).containsExactly(100L, 99L);
    }

    /** Rows are counted, not time: a busy machine is slow, and reads as many. */
    @Test
    void whatFitsIsNotReadHoweverMuchItIs() {
        OpenAmount last =
                page(new OpenFilter("TENDER", null, null, null), null).rows().get(49);
        assertThat(readBy(() -> page(OpenFilter.ALL, null))).as("a page of all").isLessThan(MANY / 20);
        assertThat(readBy(() -> shop.shop.inTransaction(() -> shop.settlement.sums(TestShop.STORE))))
                .as("the sums")
                .isLessThan(MANY / 20);
        assertThat(readBy(() -> page(new OpenFilter("TENDER", last.day(), last.day(), null), null)))
                .as("a day's tenders")
                .isLessThan(MANY / 100);
        assertThat(readBy(() -> page(new OpenFilter("LINE", null, null, null), null)))
                .as("a page of lines")
                .isLessThan(MANY / 20);
        assertThat(readBy(() -> shop.shop.inTransaction(() -> shop.payouts.matchAgain(TestShop.STORE))))
                .as("what is tried again with each file")
                .isLessThan(MANY / 20);
    }

    /** How many rows the database read for this; it is the only one at work. */
    private long readBy(Runnable work) {
        long before = rowsRead();
        work.run();
        return rowsRead() - before;
    }

    private long rowsRead() {
        return shop.shop.database.number(
                "select cast(sum(variable_value) as unsigned) from information_schema.global_status"
                        + " where variable_name like 'HANDLER_READ%'");
    }
}
