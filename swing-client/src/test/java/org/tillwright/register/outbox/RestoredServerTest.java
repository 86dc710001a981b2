package org.tillwright.register.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.RULE;
import static org.tillwright.register.testing.TestRegister.event;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.outbox.OutboxSender.Cycle;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordKind;

/** What a register does when its server has forgotten records that it had accepted. The crank is turned by hand. */
class RestoredServerTest {

    @TempDir
    Path directory;

    private final Server server = new Server();
    private TestRegister register;
    private OutboxWatch watch;
    private OutboxSender sender;

    @BeforeEach
    void open() throws Exception {
        start();
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    @Test
    void whatTheCopyLacksIsSentAgainInOrderAndNothingElse() throws Exception {
        record(6);
        sendAll();
        Map<Long, String> told = new TreeMap<>(server.records);

        server.restoreWithout(3, 4, 5, 6);
        record(1); // 7, whose acceptance tells that the server is another one
        sendAll();

        assertThat(server.sent).containsExactly(7L, 3L, 4L, 5L, 6L);
        told.forEach((sequence, bytes) -> assertThat(server.records).containsEntry(sequence, bytes));
        assertThat(server.records).hasSize(7);
        assertThat(watch.status().waiting()).isZero();
    }

    @Test
    void aRegisterWithNothingToSayLearnsOfTheRestoreFromItsSnapshots() throws Exception {
        record(3);
        sendAll();

        server.restoreWithout(2);
        assertThat(sender.turn()).isEqualTo(Cycle.IDLE);
        sender.sawEpoch(server.epoch);
        sendAll();

        assertThat(server.sent).containsExactly(2L);
    }

    @Test
    void theStatusLineCountsWhatIsSentAgain() throws Exception {
        record(5);
        sendAll();
        server.batches = false;
        server.restoreWithout(2, 3, 4, 5);
        sender.sawEpoch(server.epoch);

        sender.turn();
        assertThat(watch.status().resending()).isEqualTo(4);
        sender.turn(); // has no batches
        sender.turn();
        assertThat(watch.status().resending()).isEqualTo(3);
        record(2); // new ones are not among them
        assertThat(watch.status().resending()).isEqualTo(3);
        assertThat(watch.status().waiting()).isEqualTo(5);
        sendAll();
        assertThat(watch.status().resending()).isZero();
    }

    @Test
    void whatTheLostServerHadRefusedIsTriedAgain() throws Exception {
        server.refuses = 2;
        record(3);
        sendAll();
        assertThat(watch.status().quarantined()).isEqualTo(1);

        server.refuses = 0;
        server.restoreWithout(3);
        sender.sawEpoch(server.epoch);
        sendAll();

        assertThat(server.records).containsOnlyKeys(1L, 2L, 3L);
        assertThat(watch.status().quarantined()).isZero();
    }

    @Test
    void aStartAloneLeavesWhatWasRefusedToThePerson() throws Exception {
        server.refuses = 2;
        record(3);
        sendAll();

        restart();
        sendAll();

        assertThat(server.sent).isEmpty();
        assertThat(watch.status().quarantined()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatSomeonePutBackByHandIsNoticedAtTheNextStart() throws Exception {
        record(4);
        sendAll();

        server.forget(3, 4); // same epoch
        sendAll();
        assertThat(server.records).hasSize(2);
        restart();
        sendAll();

        assertThat(server.sent).containsExactly(3L, 4L);
    }

    @Test
    void snapshotNumbersThatGoBackAreReasonEnoughToAsk() throws Exception {
        record(4);
        sendAll();

        server.forget(4);
        sender.suspectLoss();
        sendAll();

        assertThat(server.sent).containsExactly(4L);
    }

    @Test
    void twoRestoresInARowAreTwoReconciliations() throws Exception {
        server.batches = false; // one by one, so that the second restore falls between them
        record(6);
        sendAll();

        server.restoreWithout(4, 5, 6);
        sender.sawEpoch(server.epoch);
        sender.turn(); // reconciled
        sender.turn(); // 4 is there again
        server.restoreWithout(2, 3, 4, 5, 6); // and the second copy is older
        sendAll();

        assertThat(server.records).containsOnlyKeys(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(watch.status().waiting()).isZero();
    }

    @Test
    void aServerTooOldToTellWhatItHasGetsItsSalesAllTheSame() throws Exception {
        server.tells = false;
        restart();
        record(2);
        sendAll();

        assertThat(server.records).hasSize(2);
        assertThat(server.asked).isEqualTo(1); // once a start, not for each record
    }

    @Test
    void moreGapsThanTheServerTellsAreSentToo() throws Exception {
        record(6);
        sendAll();

        server.restoreWithout(2, 4, 6);
        server.checkedTo = 2L;
        sender.sawEpoch(server.epoch);
        sendAll();

        assertThat(server.sent).containsExactly(2L, 3L, 4L, 5L, 6L); // 3 and 5 for nothing, and they are not doubled
        assertThat(server.records).hasSize(6);
        assertThat(server.doubled).isZero();
    }

    @Test
    void aRegisterThatKnowsLessThanTheServerNeverTakesANumberTwice() throws Exception {
        server.records.put(41L, "of a journal that was lost");
        restart();
        sendAll();
        record(1);
        sendAll();

        assertThat(server.records).containsKey(42L);
        assertThat(server.doubled).isZero();
    }

    /** The power goes at one call to the server after the other, once before it arrives and once before the answer does. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aPowerCutAnywhereLosesNothingAndDoublesNothing(int calls) throws Exception {
        server.refuses = 2;
        record(5);
        sendAll();
        server.refuses = 0;
        server.restoreWithout(3, 4, 5);
        record(1);

        server.callsUntilCut = calls / 2;
        server.cutsBeforeItArrives = calls % 2 == 0;
        try {
            sendAll();
        } catch (PowerCut e) {
            restart(); // nothing was closed in order; what was not committed is gone
        }
        server.callsUntilCut = Integer.MAX_VALUE;
        sendAll();

        assertThat(server.records).containsOnlyKeys(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(server.doubled).isZero();
        assertThat(watch.status().waiting()).isZero();
        assertThat(watch.status().quarantined()).isZero();
    }

    @Test
    void everythingThatWasDeliveredIsKeptForTheDayItIsAskedForAgain() throws Exception {
        record(500);
        sendAll();
        restart();

        assertThat(register.journal.recordCount()).isEqualTo(500);
        server.restoreWithout(
                server.records.keySet().stream().mapToLong(Long::longValue).toArray());
        sender.sawEpoch(server.epoch);
        sendAll();

        assertThat(server.records).hasSize(500);
    }

    private void start() throws Exception {
        register = new TestRegister(directory);
        watch = new OutboxWatch(register.journal);
        sender = new OutboxSender(new Outbox(register.journal), server, watch, new Backoff(new Random(7)));
    }

    private void restart() throws Exception {
        register.close();
        server.sent.clear();
        start();
    }

    private void record(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            register.journal.append(RecordKind.EVENT, RULE, event("E" + i));
        }
    }

    private void sendAll() {
        for (int turns = 0; sender.turn() != Cycle.IDLE; turns++) {
            assertThat(turns).as("turns without an end").isLessThan(2_000);
        }
    }

    /** Stands for the end of the program, at once and anywhere. */
    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A server that keeps records by number, can be put back to a copy of itself, and can be cut off. */
    private static final class Server implements SalesServer {

        private final Map<Long, String> records = new TreeMap<>();
        private final List<Long> sent = new ArrayList<>();
        private UUID epoch = UUID.randomUUID();
        private boolean tells = true;
        private boolean batches = true;
        private long refuses;
        private int asked;
        private int doubled;
        private int callsUntilCut = Integer.MAX_VALUE;
        private boolean cutsBeforeItArrives;
        private @Nullable Long checkedTo;

        void forget(long... sequences) {
            sent.clear();
            for (long sequence : sequences) {
                records.remove(sequence);
            }
        }

        void restoreWithout(long... sequences) {
            forget(sequences);
            epoch = UUID.randomUUID();
        }

        @Override
        public Answer put(long sequence, byte[] body, @Nullable String sealLine) {
            cutIf(cutsBeforeItArrives);
            String bytes = new String(body, StandardCharsets.UTF_8);
            sent.add(sequence);
            if (sequence == refuses) {
                return new Refused(Problem.of(422, "UNSOUND_SALE", "The sums differ.", List.of()));
            }
            String before = records.putIfAbsent(sequence, bytes);
            if (before != null && !before.equals(bytes)) {
                doubled++;
                return new Refused(Problem.of(409, "RECORD_CONFLICT", "Another was accepted.", List.of()));
            }
            cutIf(!cutsBeforeItArrives);
            callsUntilCut--;
            return new Accepted(new Acceptance("till-01", sequence, TestClock.NOON, false, tells ? epoch : null));
        }

        @Override
        public BatchReply send(List<StoredRecord> records) {
            if (!batches) {
                return new Unreachable(Notice.of("server.no-tillwright", "x"), 404, null);
            }
            List<Answer> answers = new ArrayList<>();
            records.forEach(record -> answers.add(put(record.sequence(), record.body(), record.sealLine())));
            return new EachAnswered(answers);
        }

        @Override
        public StateAnswer state() {
            cutIf(true);
            callsUntilCut--;
            asked++;
            if (!tells) {
                return new Refused(Problem.of(404, "NOT_FOUND", "There is nothing here.", List.of()));
            }
            long highest =
                    records.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            long checked = checkedTo == null ? highest : checkedTo;
            List<JournalState.Gap> gaps = new ArrayList<>();
            for (long i = 1; i <= checked; i++) {
                if (!records.containsKey(i)) {
                    gaps.add(new JournalState.Gap(i, i));
                }
            }
            return new Told(JournalState.unsealed("till-01", epoch, highest, (long) records.size(), checked, gaps));
        }

        private void cutIf(boolean isHere) {
            if (isHere && callsUntilCut == 0) {
                throw new PowerCut();
            }
        }
    }

    @Test
    void aServerThatCannotBeReachedIsAskedAgainLater() throws Exception {
        SalesServer away = new SalesServer() {
            @Override
            public Answer put(long sequence, byte[] body, @Nullable String sealLine) {
                return new Unreachable(Notice.of("server.not-there", "x"));
            }

            @Override
            public BatchReply send(List<StoredRecord> records) {
                return new Unreachable(Notice.of("server.not-there", "x"));
            }

            @Override
            public StateAnswer state() {
                return new Unreachable(Notice.of("server.not-there", "x"));
            }
        };
        OutboxSender offline = new OutboxSender(new Outbox(register.journal), away, watch, new Backoff(new Random(1)));

        assertThat(offline.turn()).isEqualTo(Cycle.OFFLINE);
        assertThat(watch.status().why()).isEqualTo(Notice.of("server.not-there", "x"));
    }
}
