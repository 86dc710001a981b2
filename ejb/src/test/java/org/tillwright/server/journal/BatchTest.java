package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.inventory.StockService;
import org.tillwright.server.platform.Counts;
import org.tillwright.wire.BatchAnswer;
import org.tillwright.wire.RecordAnswer;
import org.tillwright.wire.RecordBatch;
import org.tillwright.wire.SealedRecord;
import org.tillwright.wire.json.Fault;

/** A backlog that drains: many records in one request, and an answer for each. */
class BatchTest {

    private static final List<String> GOODS = List.of("milk", "apples", "ghost");

    private final TestShop shop = new TestShop();
    private final TestJournal journal = TransactionalBooking.journalOf(shop);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aBacklogIsBookedInOrderAndARepeatGetsTheSameAnswers() {
        BackloggedTill till = soldTimes(60);

        BatchAnswer first = send(till.batch());
        BatchAnswer again = send(till.batch());

        assertThat(first.answers())
                .extracting(RecordAnswer::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 60).mapToObj(Long::valueOf).toList());
        assertThat(statuses(first)).containsOnly(201L);
        assertThat(statuses(again)).containsOnly(200L);
        assertThat(acceptances(again)).isEqualTo(acceptances(first));
        assertThat(shop.database.count("retail_transaction", "true")).isEqualTo(60);
        assertThat(onHand("milk")).isEqualTo(-60_000);
        assertThat(outOfBalance()).isEmpty();
        assertThat(shop.counted)
                .containsEntry(Counts.Event.SALE_ACCEPTED, 60)
                .containsEntry(Counts.Event.RECORD_REPEATED, 60)
                .doesNotContainKey(Counts.Event.GROUP_SPLIT);
    }

    @Test
    void aMalformedMemberIsAnsweredByItselfAndTheOthersStand() {
        List<SealedRecord> records = new ArrayList<>(soldTimes(30).records());
        records.set(27, new SealedRecord(28L, null, "{\"sequence\": 28"));

        List<Long> statuses = statuses(send(new RecordBatch(records)));

        assertThat(statuses.subList(0, 27)).containsOnly(201L);
        assertThat(statuses.get(27)).isEqualTo(400);
        assertThat(statuses.subList(28, 30)).containsOnly(201L); // over a gap, which the register cannot close
        assertThat(shop.database.count("refused_record", "sequence = 28 and code = 'MALFORMED'"))
                .isEqualTo(1);
        assertThat(shop.counted).containsEntry(Counts.Event.GROUP_SPLIT, 1);
    }

    @Test
    void whatIsRefusedForGoodDoesNotHoldUpTheRest() {
        BackloggedTill till = soldTimes(3);
        send(till.batch());
        byte[] other = new SaleBuilder().line("milk", 2000).record(2);
        List<SealedRecord> records = new ArrayList<>(till.sell("milk").records());
        records.set(1, new SealedRecord(2L, records.get(1).seal(), new String(other, StandardCharsets.UTF_8)));

        BatchAnswer answer = send(new RecordBatch(records));

        assertThat(statuses(answer)).containsExactly(200L, 409L, 200L, 201L);
        assertThat(problemOf(answer, 1)).isEqualTo("RECORD_CONFLICT");
        assertThat(shop.database.count("retail_transaction", "true")).isEqualTo(4);
    }

    /** The eleventh record is one that the database cannot take, whatever is tried. */
    @Test
    void afterOneThatIsToBeSentAgainNothingIsTried() {
        BackloggedTill till = soldTimes(10).sell("ghost");
        for (int i = 0; i < 5; i++) {
            till.sell("milk");
        }
        shop.database.tamper("alter table stock_entry add constraint no_luck check (item_id <> 'ghost')");

        BatchAnswer answer = send(till.batch());

        assertThat(statuses(answer).subList(0, 10)).containsOnly(201L);
        assertThat(statuses(answer).subList(10, 16)).containsOnly(503L);
        assertThat(problemOf(answer, 10)).isEqualTo("SERVER_FAULT");
        assertThat(answer.answers().get(10).problem().reference()).isNotNull();
        assertThat(problemOf(answer, 11)).isEqualTo("TOO_BUSY");
        assertThat(shop.database.count("retail_transaction", "true")).isEqualTo(10);

        shop.database.tamper("alter table stock_entry drop constraint no_luck");
        assertThat(statuses(send(till.batch())).subList(10, 16)).containsOnly(201L);
    }

    @Test
    void whatIsNoBatchIsRefusedWhole() {
        List<SealedRecord> records = new ArrayList<>(soldTimes(3).records());
        Collections.swap(records, 1, 2);

        assertThatThrownBy(() -> send(new RecordBatch(records))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED);
            assertThat(refused.faults()).extracting(Fault::field).containsExactly("records[2].sequence");
        });
        assertThatThrownBy(() -> send(new RecordBatch(List.of()))).isInstanceOf(Refused.class);
        assertThat(shop.database.count("journal_record", "true")).isZero();
    }

    /** Backlogs of one shop have the same goods in them, each in an order of its own. */
    @Test
    void sixteenRegistersThatSellTheSameGoodsDoNotHoldEachOtherUp() throws Exception {
        Random random = new Random(7);
        List<BackloggedTill> tills = IntStream.rangeClosed(1, 16)
                .mapToObj(number -> new BackloggedTill(shop, "lane-" + number))
                .toList();
        for (BackloggedTill till : tills) {
            for (int i = 0; i < 50; i++) {
                List<String> basket = new ArrayList<>(GOODS);
                Collections.shuffle(basket, random);
                till.sell(basket.toArray(String[]::new));
            }
        }

        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Future<BatchAnswer>> answers = new ArrayList<>();
            for (BackloggedTill till : tills) {
                answers.add(pool.submit(() -> journal.accept(till.workstationId(), till.batch())));
            }
            for (Future<BatchAnswer> answer : answers) {
                assertThat(statuses(answer.get())).hasSize(50).containsOnly(201L);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(shop.counted.getOrDefault(Counts.Event.GROUP_SPLIT, 0)).isZero();
        assertThat(shop.database.count("retail_transaction", "true")).isEqualTo(800);
        assertThat(GOODS.stream().mapToLong(this::onHand).sum()).isEqualTo(-800L * 3 * 1000);
        assertThat(outOfBalance()).isEmpty();
    }

    private BackloggedTill soldTimes(int times) {
        BackloggedTill till = new BackloggedTill(shop, TestShop.TILL);
        for (int i = 0; i < times; i++) {
            till.sell("milk");
        }
        return till;
    }

    private BatchAnswer send(RecordBatch batch) {
        return journal.accept(TestShop.TILL, batch);
    }

    private static List<Long> statuses(BatchAnswer answer) {
        return answer.answers().stream().map(RecordAnswer::status).toList();
    }

    private static List<?> acceptances(BatchAnswer answer) {
        return answer.answers().stream().map(RecordAnswer::acceptance).toList();
    }

    private static @Nullable String problemOf(BatchAnswer answer, int member) {
        return Stream.of(answer.answers().get(member).problem())
                .map(problem -> problem == null ? null : problem.code())
                .findFirst()
                .orElse(null);
    }

    private List<String> outOfBalance() {
        return shop.inTransaction(() -> shop.get(StockService.class).itemsOutOfBalance(TestShop.STORE));
    }

    private long onHand(String itemId) {
        return shop.inTransaction(() -> shop.get(StockService.class).onHandMilli(TestShop.STORE, itemId));
    }
}
