package org.tillwright.server.journal;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tillwright.server.TestShop;
import org.tillwright.wire.RecordBatch;
import org.tillwright.wire.SealedRecord;

/** Not a test but a stop-watch: {@code -Dtillwright.measure=true -Dtest=BatchMeasure} prints what batches bring. */
@EnabledIfSystemProperty(named = "tillwright.measure", matches = "true")
class BatchMeasure {

    private static final System.Logger LOG = System.getLogger(BatchMeasure.class.getName());

    private static final int SALES = 1_000;

    @Test
    void singlyAndInBatches() {
        try (TestShop shop = new TestShop()) {
            shop.database.tamper("set global innodb_flush_log_at_trx_commit = 1");
            TestJournal journal = TransactionalBooking.journalOf(shop);
            for (int round = 1; round <= 2; round++) { // the first warms up
                drain(journal, new BackloggedTill(shop, "single-" + round), 1, round);
                drain(journal, new BackloggedTill(shop, "batch-" + round), RecordBatch.MAX_RECORDS, round);
            }
        }
    }

    private static void drain(TestJournal journal, BackloggedTill till, int batch, int round) {
        IntStream.range(0, SALES).forEach(i -> till.sell("milk", "apples", "ghost"));
        List<SealedRecord> records = till.records();
        long begun = System.nanoTime();
        for (int from = 0; from < SALES; from += batch) {
            journal.accept(till.workstationId(), new RecordBatch(records.subList(from, from + batch)));
        }
        long micros = (System.nanoTime() - begun) / 1_000 / SALES;
        LOG.log(System.Logger.Level.INFO, "round {0}, batches of {1}: {2} µs a sale", round, batch, micros);
    }
}
