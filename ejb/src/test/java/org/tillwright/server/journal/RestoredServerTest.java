package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;
import org.tillwright.server.catalog.CatalogService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.SnapshotMessage;

/** What a copy of the database must do once it takes the place of a server that was lost. */
class RestoredServerTest {

    private static final String NEW_EPOCH = "/db/restore/new-epoch.sql";

    private final TestShop shop = new TestShop();
    private final TestJournal journal = TransactionalBooking.journalOf(shop);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aRestoredServerSaysSoInEveryAnswer() {
        UUID before = accept(1, 3).epoch();
        UUID again = accept(1, 3).epoch();

        shop.database.run(NEW_EPOCH);

        UUID after = accept(1, 3).epoch();
        assertThat(again).isEqualTo(before);
        assertThat(after).isNotNull().isNotEqualTo(before);
        assertThat(accept(2, 3).epoch()).isEqualTo(after);
        assertThat(snapshot(0).epoch()).isEqualTo(after);
        assertThat(state().epoch()).isEqualTo(after);
    }

    @Test
    void theNewestEpochCountsAlsoWhereTheClockIsBehind() {
        shop.database.tamper("update server_epoch set begun_at = '2099-01-01 00:00:00'");
        UUID before = epoch();

        shop.database.run(NEW_EPOCH);
        UUID first = epoch();
        shop.database.run(NEW_EPOCH);

        assertThat(first).isNotEqualTo(before);
        assertThat(epoch()).isNotEqualTo(first);
    }

    @Test
    void noNumberOfTheLostServerIsGivenOutAgain() {
        shop.inTransaction(
                () -> shop.get(CatalogService.class).setPrice("milk", 1_350_000L)); // published as 4, and lost

        shop.database.tamper("update item_price set until_version = null where from_version = 3");
        shop.database.tamper("delete from item_price where from_version = 4");
        shop.database.tamper("delete from publication where number = 4");
        shop.database.run(NEW_EPOCH);
        long restored = latest();
        shop.inTransaction(() -> shop.get(CatalogService.class).setPrice("milk", 1_400_000L));

        assertThat(restored).isGreaterThan(1_700_000_000_000L);
        assertThat(latest()).isEqualTo(restored + 1);
    }

    @Test
    void theSameCopyRestoredTwiceGivesOutOtherNumbersEachTime() {
        shop.database.run(NEW_EPOCH);
        long first = latest();
        shop.database.tamper("delete from publication where number = " + first);

        shop.database.run(NEW_EPOCH);

        assertThat(latest()).isGreaterThan(first);
    }

    @Test
    void aCopyFromTheFutureOfItsClockStillGetsAGap() {
        shop.database.tamper("insert into publication values (9000000000000, utc_timestamp(6), 'clock ahead')");

        shop.database.run(NEW_EPOCH);

        assertThat(latest()).isEqualTo(9_000_001_000_000L);
    }

    @Test
    void aCopyThatIsOlderThanEpochsGetsItsTable() {
        shop.database.tamper("drop table server_epoch");

        shop.database.run(NEW_EPOCH);

        assertThat(shop.database.count("server_epoch", "reason = 'restored from a backup'"))
                .isEqualTo(1);
    }

    @Test
    void aRegisterWithALostNumberGetsEverything() {
        shop.database.run(NEW_EPOCH);

        assertThat(snapshot(4).after()).isZero(); // of the lost server
        assertThat(snapshot(4).items()).hasSize(3);
        assertThat(snapshot(3).after()).isEqualTo(3); // known to both
    }

    @Test
    void aSaleRungUpWithALostNumberIsComputedWithThePricesBeforeIt() {
        shop.database.run(NEW_EPOCH);

        Acceptance unchanged = accept(1, 4);
        Acceptance lostPrice = journal.accept(
                        "till-01",
                        2,
                        new SaleBuilder()
                                .milkPrice(1_350_000)
                                .version(4)
                                .line("milk", 1000)
                                .record(2))
                .acceptance();

        assertThat(unchanged.disputed()).isFalse();
        assertThat(lostPrice.disputed()).isTrue();
        assertThat(shop.database.count(
                        "disputed_totals",
                        "reason like '%version 4 was of a server that was lost%' and computed_total_minor = 129"))
                .isEqualTo(1);
    }

    @Test
    void aRegisterIsToldWhatIsMissing() {
        assertThat(state()).isEqualTo(JournalState.unsealed("till-01", epoch(), 0L, 0L, 0L, List.of()));

        accept(1, 3);
        accept(2, 3);
        accept(5, 3);
        accept(7, 3);

        assertThat(state())
                .isEqualTo(JournalState.unsealed(
                        "till-01",
                        epoch(),
                        7L,
                        4L,
                        7L,
                        List.of(new JournalState.Gap(3L, 4L), new JournalState.Gap(6L, 6L))));
        assertThat(shop.inTransaction(() -> journal.state("till-02")).highestSequence())
                .isZero();
    }

    @Test
    void moreGapsThanAreToldLeaveTheRestUnsaid() {
        int most = JournalState.MAX_GAPS;
        StringBuilder rows = new StringBuilder("insert into journal_record values ");
        for (int i = 1; i <= most + 5; i++) {
            rows.append(i == 1 ? "" : ",").append("('till-01', ").append(2 * i).append(", 'EVENT', 3, '', now(6))");
        }
        shop.database.tamper(rows.toString());

        JournalState state = state();

        assertThat(state.gaps()).hasSize(most);
        assertThat(state.highestSequence()).isEqualTo(2L * (most + 5));
        assertThat(state.checkedTo()).isEqualTo(2L * most - 1);
        assertThat(state.lacks(2L * most - 1)).isTrue();
        assertThat(state.lacks(2L * most - 2)).isFalse();
        assertThat(state.lacks(2L * most)).isTrue();
    }

    private Acceptance accept(long sequence, long version) {
        UUID id = UUID.nameUUIDFromBytes(new byte[] {(byte) sequence});
        return journal.accept(
                        "till-01",
                        sequence,
                        new SaleBuilder()
                                .transactionId(id)
                                .version(version)
                                .line("milk", 1000)
                                .record(sequence))
                .acceptance();
    }

    private SnapshotMessage snapshot(long after) {
        return shop.inTransaction(() -> shop.get(SnapshotService.class).since("till-01", after))
                .orElseThrow();
    }

    private JournalState state() {
        return shop.inTransaction(() -> journal.state("till-01"));
    }

    private UUID epoch() {
        return shop.inTransaction(() -> shop.get(PublicationService.class).epoch());
    }

    private long latest() {
        return shop.inTransaction(() -> shop.get(PublicationService.class).latest());
    }
}
