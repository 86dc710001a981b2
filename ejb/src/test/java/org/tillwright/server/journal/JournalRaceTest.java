package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;
import org.tillwright.server.inventory.StockService;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.server.ledger.TrialBalance;

/** Several tills, or several sends of one record, at the same moment. */
class JournalRaceTest {

    private final TestShop shop = new TestShop();
    private final TestJournal journal = TransactionalBooking.journalOf(shop);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void oneRecordSentByManyThreadsAtOnceIsBookedOnce() throws Exception {
        byte[] record = new SaleBuilder().line("milk", 1000).line("apples", 500).record(1);
        List<AcceptedRecord> answers = atOnce(4, thread -> () -> journal.accept("till-01", 1, record));
        assertThat(answers).filteredOn(answer -> !answer.isRepeat()).hasSize(1);
        assertThat(answers.stream().map(AcceptedRecord::acceptance).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(onHand("milk")).isEqualTo(-1000);
        assertThat(shop.inTransaction(() -> shop.get(LedgerService.class).trialBalance()).balances().stream()
                        .mapToLong(TrialBalance.Balance::balanceMinor)
                        .sum())
                .isZero();
    }

    @Test
    void twoTillsSellingTheSameGoodsInOppositeOrderBothGetThrough() throws Exception {
        int sales = 15;
        atOnce(2, thread -> () -> {
            String till = "till-0" + (thread + 1);
            for (int sequence = 1; sequence <= sales; sequence++) {
                SaleBuilder sale = new SaleBuilder().at(till);
                sale = thread == 0
                        ? sale.line("milk", 1000).line("apples", 100)
                        : sale.line("apples", 100).line("milk", 1000);
                assertThat(journal.accept(till, sequence, sale.record(sequence)).isRepeat())
                        .isFalse();
            }
            return null;
        });
        assertThat(onHand("milk")).isEqualTo(-2L * sales * 1000);
        assertThat(onHand("apples")).isEqualTo(-2L * sales * 100);
        assertThat(shop.inTransaction(() -> shop.get(StockService.class).itemsOutOfBalance(TestShop.STORE)))
                .isEmpty();
        assertThat(shop.inTransaction(() -> shop.get(LedgerService.class).trialBalance()).balances().stream()
                        .mapToLong(TrialBalance.Balance::balanceMinor)
                        .sum())
                .isZero();
    }

    /** What one of several threads does. */
    @FunctionalInterface
    private interface Task<T> {
        Callable<T> of(int thread);
    }

    private static <T> List<T> atOnce(int threads, Task<T> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<T> work = task.of(i);
                futures.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private long onHand(String itemId) {
        return shop.inTransaction(() -> shop.get(StockService.class).onHandMilli(TestShop.STORE, itemId));
    }
}
