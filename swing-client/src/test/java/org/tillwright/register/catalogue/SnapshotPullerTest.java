package org.tillwright.register.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.outbox.OutboxStatus;
import org.tillwright.register.outbox.OutboxWatch;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SnapshotMessage;

class SnapshotPullerTest {

    @TempDir
    Path directory;

    private final Deque<SnapshotServer.Answer> answers = new ArrayDeque<>();
    private final List<Long> asked = new ArrayList<>();
    private final Catalogues catalogues = new Catalogues();
    private TestRegister register;
    private CatalogueStore store;
    private OutboxWatch watch;
    private SnapshotPuller puller;

    @BeforeEach
    void open() throws Exception {
        register = new TestRegister(directory);
        store = CatalogueStore.open(directory.resolve("catalogue.db"));
        watch = new OutboxWatch(register.journal);
        SnapshotServer server = number -> {
            asked.add(number);
            return answers.remove();
        };
        puller = new SnapshotPuller(server, store, catalogues, watch, new Backoff(new Random(1)));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        register.close();
    }

    @Test
    void theFirstSnapshotIsAskedForWholeAndKept() throws Exception {
        answers.add(new SnapshotServer.Newer(TestStore.snapshot(5, 0, TestStore.items())));
        assertThat(puller.turn()).isEqualTo(SnapshotPuller.Cycle.CHANGED);
        assertThat(asked).containsExactly(0L);
        assertThat(catalogues.number()).isEqualTo(5);
        assertThat(store.load().orElseThrow().number()).isEqualTo(5);
        assertThat(watch.status().isOnline()).isTrue();
    }

    @Test
    void changesThatDoNotFitAreAskedForWhole() {
        catalogues.put(TestStore.catalogue());
        answers.add(new SnapshotServer.Newer(TestStore.snapshot(9, 8, List.of())));
        answers.add(new SnapshotServer.Newer(TestStore.snapshot(9, 0, TestStore.items())));
        assertThat(puller.turn()).isEqualTo(SnapshotPuller.Cycle.CHANGED);
        assertThat(asked).containsExactly(1L, 0L);
        assertThat(catalogues.number()).isEqualTo(9);
    }

    @Test
    void changesOfARestoredServerAreNotPutOntoWhatTheLostOneSaid() {
        catalogues.put(TestStore.catalogue());
        UUID restored = UUID.randomUUID();
        answers.add(new SnapshotServer.Newer(TestStore.snapshot(9, 1, List.of(), restored)));
        answers.add(new SnapshotServer.Newer(TestStore.snapshot(9, 0, TestStore.items(), restored)));
        assertThat(puller.turn()).isEqualTo(SnapshotPuller.Cycle.CHANGED);
        assertThat(asked).containsExactly(1L, 0L);

        answers.add(new SnapshotServer.Newer(TestStore.snapshot(10, 9, List.of(), restored)));
        assertThat(puller.turn()).isEqualTo(SnapshotPuller.Cycle.CHANGED);
        assertThat(asked).containsExactly(1L, 0L, 9L);
    }

    @Test
    void theNewestStaysWhenThereIsNoNewer() {
        catalogues.put(TestStore.catalogue());
        answers.add(new SnapshotServer.Current());
        assertThat(puller.turnAndRest()).isEqualTo(SnapshotPuller.POLL_INTERVAL);
        assertThat(catalogues.number()).isEqualTo(1);
    }

    @Test
    void aServerThatIsAwayIsTriedAgainSoon() {
        answers.add(new SnapshotServer.Unreachable(Notice.of("server.not-there", "x")));
        assertThat(puller.turnAndRest()).isLessThanOrEqualTo(Backoff.FIRST);
        assertThat(watch.status().connection()).isEqualTo(OutboxStatus.Connection.OFFLINE);
        assertThat(watch.status().why()).isEqualTo(Notice.of("server.not-there", "x"));
    }

    @Test
    void anUnsoundSnapshotIsNotUsedAndTheOneBeforeStays() throws Exception {
        catalogues.put(TestStore.catalogue());
        SnapshotMessage.Item odd =
                new SnapshotMessage.Item("odd", Map.of(), "food", "BUSHEL", "LUXURY", 1L, List.of(), null, null, true);
        answers.add(new SnapshotServer.Newer(TestStore.snapshot(2, 1, List.of(odd))));
        assertThat(puller.turn()).isEqualTo(SnapshotPuller.Cycle.OFFLINE);
        assertThat(catalogues.number()).isEqualTo(1);
        assertThat(store.load()).isEmpty();
        assertThat(watch.status().why()).isEqualTo(Notice.of("server.snapshot-unsound", "2"));
    }
}
