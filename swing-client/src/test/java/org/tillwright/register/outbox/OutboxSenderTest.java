package org.tillwright.register.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.RULE;
import static org.tillwright.register.testing.TestRegister.event;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.outbox.OutboxSender.Cycle;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordKind;

class OutboxSenderTest {

    private static final SalesServer.Answer TAKEN =
            new SalesServer.Accepted(new Acceptance("till-01", 1L, TestClock.NOON, false, null));
    private static final SalesServer.Answer AWAY =
            new SalesServer.Unreachable(Notice.of("server.not-there", "127.0.0.1:1"));
    private static final SalesServer.Answer NEVER =
            new SalesServer.Refused(Problem.of(422, "UNSOUND_SALE", "The sums differ.", List.of()));

    @TempDir
    Path directory;

    private final Deque<SalesServer.Answer> answers = new ArrayDeque<>();
    private final List<Long> sent = new ArrayList<>();
    private final List<OutboxStatus> shown = new ArrayList<>();
    private TestRegister register;
    private OutboxWatch watch;
    private OutboxSender sender;

    @BeforeEach
    void open() throws Exception {
        register = new TestRegister(directory);
        watch = new OutboxWatch(register.journal);
        watch.listen(shown::add);
        sender = new OutboxSender(new Outbox(register.journal), new Answers(), watch, new Backoff(new Random(7)));
        assertThat(sender.turn()).isEqualTo(Cycle.WORKED); // asks once what the server has
        register.journal.append(RecordKind.EVENT, RULE, event("A"));
        register.journal.append(RecordKind.EVENT, RULE, event("B"));
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    @Test
    void recordsGoOutInOrderUntilNoneIsLeft() {
        answers.addAll(List.of(TAKEN, TAKEN));
        assertThat(List.of(sender.turn(), sender.turn(), sender.turn()))
                .containsExactly(Cycle.WORKED, Cycle.WORKED, Cycle.IDLE);
        assertThat(sent).containsExactly(1L, 2L);
        assertThat(watch.status()).isEqualTo(new OutboxStatus(OutboxStatus.Connection.ONLINE, 0, null, 0, 0));
    }

    @Test
    void aSaleThatTheServerComputesOtherwiseIsDeliveredAndStopsNothing() throws Exception {
        answers.add(new SalesServer.Accepted(new Acceptance("till-01", 1L, TestClock.NOON, true, null)));
        answers.add(TAKEN);
        assertThat(List.of(sender.turn(), sender.turn(), sender.turn()))
                .containsExactly(Cycle.WORKED, Cycle.WORKED, Cycle.IDLE);
        assertThat(watch.status()).isEqualTo(new OutboxStatus(OutboxStatus.Connection.ONLINE, 0, null, 0, 0));
        assertThat(register.journal.since(0, RecordKind.EVENT)).hasSize(2);
    }

    @Test
    void aRecordThatWasNotAnsweredForIsSentAgainBeforeAnyOther() {
        answers.addAll(List.of(AWAY, AWAY, TAKEN));
        assertThat(List.of(sender.turn(), sender.turn(), sender.turn()))
                .containsExactly(Cycle.OFFLINE, Cycle.OFFLINE, Cycle.WORKED);
        assertThat(sent).containsExactly(1L, 1L, 1L);
    }

    @Test
    void theStatusLineSaysHowManyWaitAndWhy() {
        answers.add(AWAY);
        sender.turn();
        assertThat(shown)
                .last()
                .isEqualTo(new OutboxStatus(
                        OutboxStatus.Connection.OFFLINE, 2, Notice.of("server.not-there", "127.0.0.1:1"), 0, 0));
    }

    @Test
    void aRecordThatIsRefusedForGoodIsSetAsideAndTheQueueMovesOn() throws Exception {
        answers.addAll(List.of(NEVER, TAKEN));
        sender.turn();
        sender.turn();
        assertThat(sent).containsExactly(1L, 2L);
        assertThat(watch.status().quarantined()).isEqualTo(1);
        assertThat(register.journal.quarantined().get(0).problem().code()).isEqualTo("UNSOUND_SALE");
    }

    @Test
    void aNewRecordIsCountedAtOnce() throws Exception {
        register.journal.append(RecordKind.EVENT, RULE, event("C"));
        assertThat(shown).last().extracting(OutboxStatus::waiting).isEqualTo(3L);
    }

    @Test
    void pausesGrowToACapAndBeginAnewWhenItWorks() {
        Backoff backoff = new Backoff(new Random(42));
        Duration before = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            before = backoff.next();
            assertThat(before).isBetween(Backoff.FIRST.dividedBy(2), Backoff.LONGEST);
        }
        assertThat(before).isGreaterThanOrEqualTo(Backoff.LONGEST.dividedBy(2));
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Backoff.FIRST);
    }

    @Test
    void twoRegistersDoNotComeBackInStep() {
        assertThat(new Backoff(new Random(1)).next()).isNotEqualTo(new Backoff(new Random(2)).next());
    }

    @Test
    void aRecordWakesTheSendersThread() throws Exception {
        java.util.concurrent.CountDownLatch turned = new java.util.concurrent.CountDownLatch(2);
        try (DutyThread thread = new DutyThread("test outbox", () -> {
            turned.countDown();
            return Duration.ofHours(1);
        })) {
            thread.start();
            thread.wake();
            assertThat(turned.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
    }

    /** A server that says what the test wants, and has no records. */
    private final class Answers implements SalesServer {

        @Override
        public Answer put(long sequence, byte[] body, @Nullable String sealLine) {
            sent.add(sequence);
            return answers.remove();
        }

        @Override
        public BatchReply send(List<StoredRecord> records) {
            throw new AssertionError("so few records go one by one");
        }

        @Override
        public StateAnswer state() {
            return new Told(JournalState.unsealed("till-01", TestStore.EPOCH, 0L, 0L, 0L, List.of()));
        }
    }
}
