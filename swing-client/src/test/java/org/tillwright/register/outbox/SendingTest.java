package org.tillwright.register.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.RULE;
import static org.tillwright.register.testing.TestRegister.event;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.outbox.OutboxSender.Cycle;
import org.tillwright.register.server.HttpClients;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.register.testing.JournalServer;
import org.tillwright.register.testing.JournalServer.Fault;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.RecordBatch;
import org.tillwright.wire.RecordKind;

/** A register's records on a real line to a server that something is in the way of. The crank is turned by hand. */
class SendingTest {

    private static HttpClients clients;
    private static RegisterKeys keys;

    @TempDir
    static Path home;

    @TempDir
    Path directory;

    private JournalServer server;
    private TestRegister register;
    private OutboxWatch watch;
    private OutboxSender sender;
    private long nanos;

    @BeforeAll
    static void make() throws IOException {
        clients = new HttpClients(Runnable::run, null);
        keys = RegisterKeys.open(new RegisterHome(home), new SecureRandom());
    }

    @AfterAll
    static void end() {
        clients.close();
    }

    @BeforeEach
    void open() throws Exception {
        server = new JournalServer();
        register = new TestRegister(directory);
        start();
    }

    private void start() {
        watch = new OutboxWatch(register.journal);
        var http = new HttpServer(
                server.address(), clients, keys, () -> Optional.of("till-01"), new TestClock(), UUID::randomUUID);
        sender = new OutboxSender(new Outbox(register.journal), http, watch, new Backoff(new Random(7)), () -> nanos);
        assertThat(sender.turn()).isEqualTo(Cycle.WORKED); // asks once what the server has
    }

    @AfterEach
    void close() throws Exception {
        register.close();
        server.close();
    }

    private void record(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            register.journal.appendSoon(RecordKind.EVENT, RULE, event("E" + i));
        }
    }

    /** Turns until nothing is sent any more; the pauses go by at once. */
    private void sendAll() {
        Duration rest = Duration.ZERO;
        for (int turns = 0; !rest.equals(OutboxSender.IDLE_PAUSE); turns++) {
            assertThat(turns).as("turns without an end").isLessThan(5_000);
            nanos += rest.toNanos();
            rest = sender.turnAndRest();
        }
    }

    private void assertAllThereOnce(int count) throws Exception {
        assertThat(server.conflicts).isZero();
        assertThat(server.committed()).doesNotHaveDuplicates();
        Map<Long, byte[]> there = server.records();
        assertThat(there).hasSize(count);
        for (StoredRecord mine : register.journal.since(0, RecordKind.EVENT)) {
            assertThat(there.get(mine.sequence())).isEqualTo(mine.body());
        }
        assertThat(register.journal.waitingCount()).isZero();
        assertThat(register.journal.quarantinedCount()).isZero();
    }

    @Test
    void oneSaleGoesByItselfAndABacklogInBatches() throws Exception {
        record(1);
        sendAll();
        record(250);
        sendAll();
        assertThat(server.requests()).containsExactly("PUT 1", "batch 100", "batch 100", "batch 50");
        assertThat(server.committed()).isSorted();
        assertAllThereOnce(251);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whateverIsInTheWayEachRecordArrivesOnceInOrderAndUnchanged(Fault fault) throws Exception {
        server.faults(request -> request % 3 == 0 ? Fault.NONE : fault);
        record(300);
        sendAll();
        assertAllThereOnce(300);
        assertThat(server.committed()).isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void faultsOfEveryKindInAnyOrderLoseNothing(long seed) throws Exception {
        Random random = new Random(seed);
        List<Fault> kinds = List.of(Fault.values());
        server.faults(request -> random.nextBoolean() ? Fault.NONE : kinds.get(random.nextInt(kinds.size())));
        record(400);
        sendAll();
        assertAllThereOnce(400);
        assertThat(server.committed()).isSorted();
    }

    @Test
    void aProgramThatStartsAnewBetweenTheAnswersSendsTheRest() throws Exception {
        server.faults(request -> request == 2 ? Fault.DROP_ANSWER : Fault.NONE);
        record(250);
        sender.turn();
        assertThat(sender.turn()).isEqualTo(Cycle.OFFLINE); // 101 to 200 are there, and nobody here knows
        register.close();
        register = new TestRegister(directory);
        start();
        sendAll();
        assertAllThereOnce(250);
    }

    @Test
    void whatIsRefusedWithinABatchIsSetAsideAndTheOthersStand() throws Exception {
        server.unsound.addAll(List.of(1L, 4L, 10L));
        record(10);
        sender.turn();
        assertThat(server.records()).containsOnlyKeys(2L, 3L, 5L, 6L, 7L, 8L, 9L);
        assertThat(register.journal.quarantined())
                .extracting(aside -> aside.sequence() + " " + aside.problem().code())
                .containsExactly("1 UNSOUND_SALE", "4 UNSOUND_SALE", "10 UNSOUND_SALE");
        assertThat(register.journal.waitingCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HTML_200", "HTML_400", "HTML_409", "HTML_502"})
    void aProxysPageIsNeverANo(Fault page) throws Exception {
        server.faults(request -> page);
        record(10);
        for (int i = 0; i < 40; i++) {
            nanos += sender.turnAndRest().toNanos();
        }
        assertThat(register.journal.quarantinedCount()).isZero();
        assertThat(register.journal.waitingCount()).isEqualTo(10);
        assertThat(watch.status().connection()).isEqualTo(OutboxStatus.Connection.OFFLINE);
    }

    @Test
    void aServerWithoutBatchesGetsThemOneByOneAndIsNotAskedForEach() throws Exception {
        server.hasBatches = false;
        record(50);
        sendAll();
        assertAllThereOnce(50);
        assertThat(server.requests()).filteredOn("batch unknown"::equals).hasSize(1);
    }

    @Test
    void aServerThatWasBroughtUpToDateGetsBatchesAgain() throws Exception {
        server.hasBatches = false;
        record(10);
        sendAll();
        server.hasBatches = true;
        server.faults(request -> request == server.requests().size() && request < 14 ? Fault.DROP_REQUEST : Fault.NONE);
        record(20);
        sendAll();
        assertThat(server.requests()).anyMatch(request -> request.matches("batch \\d+"));
        assertAllThereOnce(30);
    }

    @Test
    void aProxyThatTakesNoLargeRequestsGetsSmallerOnes() throws Exception {
        record(200);
        int one = register.journal.waiting().oldest(1).get(0).body().length;
        server.mostRequestBytes = one * 20;
        sendAll();
        assertAllThereOnce(200);
        assertThat(server.largestBatch).isBetween(3, 20);
        assertThat(server.requests()).hasSizeLessThan(100);
    }

    @Test
    void aRecordThatTheServerBreaksOnWaitsApartAndHoldsUpNobody() throws Exception {
        server.poisonous.add(30L);
        record(60);
        for (int i = 0; i < 100; i++) {
            nanos += sender.turnAndRest().toNanos() / 1000; // not so long that its pause is over
        }
        assertThat(server.records()).hasSize(59).doesNotContainKey(30L);
        assertThat(register.journal.quarantinedCount()).isZero();
        assertThat(register.journal.waitingCount()).isEqualTo(1);
        assertThat(watch.status().connection()).isEqualTo(OutboxStatus.Connection.ONLINE);
        assertThat(watch.status().why()).isEqualTo(Notice.of("outbox.held-back", "30"));

        record(5); // new ones go on
        for (int i = 0; i < 20; i++) {
            nanos += sender.turnAndRest().toNanos() / 1000;
        }
        assertThat(server.records()).hasSize(64);

        server.poisonous.clear();
        sendAll();
        assertAllThereOnce(65);
        assertThat(watch.status().why()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "60, 60"})
    void aRecordTooLargeForAProxyStepsAsideWhereverItIs(long which, int count) throws Exception {
        for (int i = 1; i <= count; i++) {
            String detail = i == which ? "x".repeat(240) : "x";
            register.journal.append(
                    RecordKind.EVENT,
                    RULE,
                    new org.tillwright.wire.EventMessage("E", "shop", "op-1", TestClock.NOON, detail, detail));
        }
        server.mostRequestBytes = register.journal.find(which).orElseThrow().body().length - 100;
        for (int i = 0; i < 300; i++) {
            nanos += sender.turnAndRest().toNanos() / 1000;
        }
        assertThat(server.records()).hasSize(count - 1).doesNotContainKey(which);
        assertThat(register.journal.quarantinedCount()).isZero();
    }

    @Test
    void aServerInTroubleHasNothingWaitApart() throws Exception {
        server.faults(request -> Fault.HTML_502);
        record(10);
        for (int i = 0; i < 100; i++) {
            nanos += sender.turnAndRest().toNanos();
        }
        assertThat(watch.status().why())
                .isEqualTo(Notice.of("server.in-trouble", server.address().getAuthority(), "502"));
        server.faults(request -> Fault.NONE);
        sendAll();
        assertThat(server.committed()).isSorted();
        assertAllThereOnce(10);
    }

    @Test
    void aPauseThatTheServerAsksForIsKeptAlsoWhenSomethingNewIsRungUp() throws Exception {
        server.poisonous.add(1L);
        server.retryAfterSeconds = 120;
        record(1);
        Duration rest = sender.turnAndRest();
        assertThat(rest).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(150));
        int asked = server.requests().size();
        record(1);
        nanos += Duration.ofSeconds(60).toNanos();
        assertThat(sender.turnAndRest()).isEqualTo(rest.minusSeconds(60));
        assertThat(server.requests()).hasSize(asked);
        sender.hurry(); // a person may
        sender.turnAndRest();
        assertThat(server.requests()).hasSize(asked + 1);
    }

    @Test
    void nobodyIsToldToWaitForEver() {
        Backoff backoff = new Backoff(new Random(3));
        assertThat(backoff.next(Duration.ofDays(300)))
                .isBetween(
                        Backoff.LONGEST_ASKED,
                        Backoff.LONGEST_ASKED.multipliedBy(5).dividedBy(4));
        assertThat(backoff.next(Duration.ZERO)).isPositive();
    }

    @Test
    void tenThousandRecordsDrainInOrderAndABatchIsNeverLargerThanAllowed() throws Exception {
        record(10_000);
        sendAll();
        assertThat(server.committed())
                .isEqualTo(LongStream.rangeClosed(1, 10_000).boxed().toList());
        assertThat(server.requests()).hasSize(100);
        assertThat(server.largestBatch).isEqualTo(RecordBatch.MAX_RECORDS);
        assertThat(server.largestRequest).isLessThanOrEqualTo(RecordBatch.MAX_BYTES);
        assertThat(register.journal.waitingCount()).isZero();
    }

    @Test
    void sealsAndBytesAreNotTouchedByTheWay() throws Exception {
        List<String> names = new ArrayList<>(List.of("quote \" and \\ and Ж and 🍎", "line\nbreak\ttab", "</script>"));
        for (String name : names) {
            register.journal.append(
                    RecordKind.EVENT,
                    RULE,
                    new org.tillwright.wire.EventMessage("E", "shop", "op-1", TestClock.NOON, name, name));
        }
        sendAll();
        assertThat(server.requests()).containsExactly("batch 3");
        assertAllThereOnce(3);
    }
}
