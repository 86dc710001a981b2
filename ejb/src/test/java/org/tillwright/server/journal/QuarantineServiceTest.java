package org.tillwright.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.wire.json.Fault;

class QuarantineServiceTest {

    private final TestShop shop = new TestShop();
    private final TestJournal journal = TransactionalBooking.journalOf(shop);

    @BeforeEach
    void enrol() {
        shop.database.tamper("update workstation set enrolled_at = '2026-03-01' where workstation_id = 'till-01'");
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aRefusedRecordIsKeptWithItsBytesAndItsReason() {
        byte[] damaged = "{\"workstationId\":\"till-01\"".getBytes(UTF_8);
        refuse(7, damaged);

        RefusedRecord noted = only();
        assertThat(noted.workstationId()).isEqualTo("till-01");
        assertThat(noted.sequence()).isEqualTo(7);
        assertThat(noted.code()).isEqualTo("MALFORMED");
        assertThat(noted.detail()).isEqualTo("The record is not complete or not readable.");
        assertThat(noted.faults()).isNotEmpty();
        assertThat(noted.contentLength()).isEqualTo(damaged.length);
        assertThat(noted.firstRefusedAt()).isEqualTo("2026-03-02T09:00:00.123456Z");
        assertThat(noted.refusals()).isEqualTo(1);
        assertThat(noted.isOpen()).isTrue();
        assertThat(content(noted)).isEqualTo(damaged);
    }

    @Test
    void theSameBytesAgainAreCountedAndOthersAreAnotherRow() {
        byte[] damaged = "{".getBytes(UTF_8);
        refuse(7, damaged);
        shop.clock.advance(Duration.ofMinutes(5));
        refuse(7, damaged);
        refuse(7, "[".getBytes(UTF_8));

        assertThat(all()).hasSize(2);
        RefusedRecord twice = all().stream()
                .filter(record -> record.refusals() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(twice.firstRefusedAt()).isEqualTo("2026-03-02T09:00:00.123456Z");
        assertThat(twice.lastRefusedAt()).isEqualTo("2026-03-02T09:05:00.123456Z");
    }

    @Test
    void everyFaultIsToldWhateverSignsAreInIt() {
        String text = new String(new SaleBuilder().line("milk", 1000).record(7), UTF_8)
                .replace("\\\"netMinor\\\":1", "\\\"netMinor\\\":2");
        refuse(7, text.getBytes(UTF_8));

        assertThat(only().code()).isEqualTo("UNSOUND_SALE");
        assertThat(only().faults())
                .extracting(Fault::field)
                .allMatch(field -> !field.isBlank())
                .contains("totalMinor");
    }

    @Test
    void whenTheNumberIsAcceptedAfterwardsTheRefusalIsSettled() {
        refuse(1, "{".getBytes(UTF_8));
        assertThat(countOpen()).isEqualTo(1);
        shop.clock.advance(Duration.ofSeconds(1));
        journal.accept("till-01", 1, new SaleBuilder().line("milk", 1000).record(1));

        assertThat(countOpen()).isZero();
        assertThat(only().settledAt()).isEqualTo("2026-03-02T09:00:01.123456Z");
        assertThat(only().settledBySameBytes()).isFalse();
    }

    @Test
    void aRecordThatAnUpdatedServerUnderstandsIsSettledByItsOwnBytes() {
        byte[] record = new SaleBuilder().line("milk", 1000).record(1);
        shop.get(QuarantineService.class)
                .note("till-01", 1, record, new Refused(ProblemCode.UNKNOWN_KIND, "This server is too old."));
        shop.clock.advance(Duration.ofDays(1));
        journal.accept("till-01", 1, record);

        assertThat(only().settledBySameBytes()).isTrue();
    }

    @Test
    void aConflictIsNotSettledByTheRecordThatTookItsNumber() {
        journal.accept("till-01", 1, new SaleBuilder().line("milk", 1000).record(1));
        refuse(1, new SaleBuilder().line("milk", 2000).record(1));

        assertThat(only().code()).isEqualTo("RECORD_CONFLICT");
        assertThat(countOpen()).isEqualTo(1);
    }

    @Test
    void aSaleWhoseIdIsTakenIsNotedThoughItsTransactionWasRolledBack() {
        UUID id = UUID.randomUUID();
        journal.accept(
                "till-01",
                1,
                new SaleBuilder().transactionId(id).line("milk", 1000).record(1));
        refuse(2, new SaleBuilder().transactionId(id).line("milk", 2000).record(2));

        assertThat(only().code()).isEqualTo("TRANSACTION_CONFLICT");
        assertThat(shop.database.count("journal_record", "sequence = 2")).isZero();
    }

    @Test
    void whereNoRegisterIsEnrolledNothingIsNoted() {
        assertThatThrownBy(() -> journal.accept("till-02", 1, "{".getBytes(UTF_8)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> journal.accept("nobody", 1, "{".getBytes(UTF_8)))
                .isInstanceOf(Refused.class);
        assertThat(shop.database.count("refused_record", "true")).isZero();
    }

    @Test
    void onlyTheFirstBytesOfAVeryLongRecordAreKept() {
        byte[] endless = "[".repeat(RefusedRecords.MOST_CONTENT + 1).getBytes(UTF_8);
        refuse(1, endless);

        assertThat(only().contentLength()).isEqualTo(endless.length);
        assertThat(content(only())).hasSize(RefusedRecords.MOST_CONTENT);
    }

    @Test
    void aRegisterThatCannotBeUnderstoodAtAllDoesNotFillTheDisk() {
        for (int i = 1; i <= RefusedRecords.MOST_OF_A_WORKSTATION + 5; i++) {
            refuse(i, "{".getBytes(UTF_8));
        }
        assertThat(all()).hasSize(RefusedRecords.MOST_OF_A_WORKSTATION);
        assertThat(shop.database.count("refused_record", "sequence > " + RefusedRecords.MOST_OF_A_WORKSTATION))
                .as("what waits to be looked at makes no room for more")
                .isZero();

        look(all().get(10).refusedRecordId(), "The test register.");
        refuse(900, "{".getBytes(UTF_8));
        assertThat(all()).hasSize(RefusedRecords.MOST_OF_A_WORKSTATION);
        assertThat(shop.database.count("refused_record", "sequence = 900")).isEqualTo(1);
    }

    @Test
    void whatAPersonMadeOfItStaysWithItAndIsAudited() {
        refuse(1, "{".getBytes(UTF_8));
        long id = only().refusedRecordId();
        look(id, "  A trial run, nothing was sold. ");
        look(id, "Checked again.");

        assertThat(countOpen()).isZero();
        assertThat(only().look())
                .isEqualTo(new RefusedRecord.Look("anna", "Anna", only().lastRefusedAt(), "Checked again."));
        assertThat(shop.database.count(
                        "audit_entry",
                        "action = 'REFUSED_RECORD_LOOKED_AT' and operator_id = 'anna' and subject = 'till-01/1'"))
                .isEqualTo(2);
    }

    @Test
    void aLookWithoutAWordOrAtAnotherStoresRecordIsRefused() {
        refuse(1, "{".getBytes(UTF_8));
        long id = only().refusedRecordId();
        assertThatThrownBy(() -> look(id, "  ")).hasMessageContaining("MALFORMED");
        assertThatThrownBy(() -> look(id, "x".repeat(501))).hasMessageContaining("MALFORMED");
        assertThatThrownBy(() -> look(id + 1, "x")).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> shop.inTransaction(() -> {
                    quarantine().markLookedAt("another", id, "anna", "x");
                    return 1;
                }))
                .hasMessageContaining("NOT_FOUND");
        assertThat(countOpen()).isEqualTo(1);
    }

    @Test
    void equalRefusalsAtOnceAreOneRowWithAllOfThemCounted() throws Exception {
        int threads = 8;
        atOnce(threads, thread -> refuse(1, "{".getBytes(UTF_8)));
        assertThat(only().refusals()).isEqualTo(threads);
    }

    @Test
    void aRaceForTheLastPlacesDoesNotPassTheBound() throws Exception {
        for (int i = 1; i <= RefusedRecords.MOST_OF_A_WORKSTATION - 3; i++) {
            refuse(i, "{".getBytes(UTF_8));
        }
        atOnce(8, thread -> refuse(1_000 + thread, "{".getBytes(UTF_8)));
        assertThat(all()).hasSize(RefusedRecords.MOST_OF_A_WORKSTATION);
    }

    @Test
    void refusalsAndAcceptancesOfOneTillAtOnceLoseNothing() throws Exception {
        atOnce(8, thread -> {
            for (int i = 0; i < 5; i++) {
                long sequence = 1 + thread * 5L + i;
                refuse(sequence, "{".getBytes(UTF_8));
                journal.accept(
                        "till-01",
                        sequence,
                        new SaleBuilder().line("milk", 1000).record(sequence));
            }
        });
        assertThat(all()).hasSize(40);
        assertThat(shop.database.count("journal_record", "true")).isEqualTo(40);
        assertThat(countOpen()).isZero();
    }

    /** What one of several threads does. */
    @FunctionalInterface
    private interface Task {
        void run(int thread) throws Exception;
    }

    private static void atOnce(int threads, Task task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                futures.add(pool.submit(() -> {
                    start.await();
                    task.run(thread);
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void refuse(long sequence, byte[] bytes) {
        assertThatThrownBy(() -> journal.accept("till-01", sequence, bytes)).isInstanceOf(Refused.class);
    }

    private void look(long id, String note) {
        shop.inTransaction(() -> {
            quarantine().markLookedAt(TestShop.STORE, id, "anna", note);
            return id;
        });
    }

    private QuarantineService quarantine() {
        return shop.get(QuarantineService.class);
    }

    private List<RefusedRecord> all() {
        return shop.inTransaction(() -> quarantine().newest(TestShop.STORE));
    }

    private RefusedRecord only() {
        assertThat(all()).hasSize(1);
        return all().get(0);
    }

    private byte[] content(RefusedRecord record) {
        return shop.inTransaction(() -> quarantine().content(TestShop.STORE, record.refusedRecordId()))
                .orElseThrow();
    }

    private long countOpen() {
        return shop.inTransaction(() -> quarantine().countOpen(TestShop.STORE));
    }
}
