package org.tillwright.register.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.testing.TestRules;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

class CatalogueStoreTest {

    @TempDir
    Path directory;

    private CatalogueStore open() throws Exception {
        return CatalogueStore.open(directory.resolve("catalogue.db"));
    }

    @Test
    void aNewRegisterHasNothingToSell() throws Exception {
        try (CatalogueStore store = open()) {
            assertThat(store.load()).isEmpty();
        }
    }

    @Test
    void aRestartWithoutAServerSellsFromTheLastSnapshot() throws Exception {
        SnapshotMessage.Item dearer =
                TestStore.item("milk", "Milk", "PIECE", "REDUCED", 1_490_000L, TestStore.MILK_CODE, 1L);
        try (CatalogueStore store = open()) {
            store.save(TestStore.snapshot(1, 0, TestStore.items()));
            store.save(TestStore.snapshot(2, 1, List.of(dearer)));
        }
        Catalogue expected = TestStore.catalogue().with(TestStore.snapshot(2, 1, List.of(dearer)));
        try (CatalogueStore store = open()) {
            Catalogue loaded = store.load().orElseThrow();
            assertThat(loaded.number()).isEqualTo(2);
            assertThat(loaded.priceBook(LocalDate.EPOCH).entries())
                    .isEqualTo(expected.priceBook(LocalDate.EPOCH).entries());
            assertThat(loaded.find("cheese")).isEqualTo(expected.find("cheese"));
            assertThat(loaded.operators()).isEqualTo(expected.operators());
            assertThat(loaded.tiles("food")).isEqualTo(expected.tiles("food"));
        }
    }

    @Test
    void aRestartKeepsTheRulesAndOneWithoutThemIsReadToo() throws Exception {
        try (CatalogueStore store = open()) {
            store.save(TestStore.snapshot(1, 0, TestRules.items(), TestStore.EPOCH, TestRules.rules()));
        }
        try (CatalogueStore store = open()) {
            Catalogue loaded = store.load().orElseThrow();
            assertThat(loaded.isCoupon("THANKS-7")).isTrue();
            assertThat(loaded.codePatterns()).hasSize(2);
            assertThat(loaded.nameOfPromotion("SOAP3", "da")).isEqualTo("3 sæber for 2");
            assertThat(loaded.nameOfPromotion("SOAP3", "uk")).isEqualTo("3 soaps for 2");
            store.save(TestStore.snapshot(2, 0, TestStore.items()));
        }
        try (CatalogueStore store = open()) {
            assertThat(store.load().orElseThrow().isCoupon("THANKS-7")).isFalse();
        }
    }

    @Test
    void aDamagedCatalogueDoesNotStopTheRegisterForTheServerSendsItAnew() throws Exception {
        Path file = directory.resolve("catalogue.db");
        Files.writeString(file, "no database, but long enough to look like one ".repeat(200));
        Catalogues catalogues = new Catalogues();
        try (CatalogueStore store = CatalogueStore.openInto(catalogues, file)) {
            assertThat(catalogues.number()).isZero();
            store.save(TestStore.snapshot(1, 0, TestStore.items()));
        }
        CatalogueStore.openInto(catalogues, file).close();
        assertThat(catalogues.number()).isEqualTo(1);
        assertThat(directory.resolve("catalogue.db.damaged")).exists();
    }

    @Test
    void oneDamagedItemDoesNotStopTheRegisterEither() throws Exception {
        Path file = directory.resolve("catalogue.db");
        try (CatalogueStore store = open()) {
            store.save(TestStore.snapshot(1, 0, TestStore.items()));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update item set packed = x'00'");
        }
        Catalogues catalogues = new Catalogues();
        CatalogueStore.openInto(catalogues, file).close();
        assertThat(catalogues.number()).isZero();
    }

    @Test
    void aWholeSnapshotReplacesEverything() throws Exception {
        try (CatalogueStore store = open()) {
            store.save(TestStore.snapshot(1, 0, TestStore.items()));
            store.save(TestStore.snapshot(7, 0, TestStore.items().subList(0, 1)));
            assertThat(store.load().orElseThrow().size()).isEqualTo(1);
        }
    }

    @Test
    void aLargeShopIsKeptToo() throws Exception {
        List<SnapshotMessage.Item> items = TestStore.manyItems(20_000);
        try (CatalogueStore store = open()) {
            store.save(TestStore.snapshot(1, 0, items));
            Catalogue loaded = store.load().orElseThrow();
            Catalogue told = Catalogue.of(TestStore.snapshot(1, 0, items));
            assertThat(loaded.size()).isEqualTo(20_000);
            assertThat(items)
                    .allSatisfy(item ->
                            assertThat(loaded.find(item.itemId())).isPresent().isEqualTo(told.find(item.itemId())));
        }
    }

    @Test
    void aSnapshotThatCannotBeKeptLeavesTheOneBeforeWhole() throws Exception {
        SnapshotMessage sound = TestStore.snapshot(2, 0, List.of());
        SnapshotMessage.Department tooLong =
                new SnapshotMessage.Department("food", Map.of("en", "F".repeat(WireJson.MAX_TEXT + 1)), 1L, 0L);
        SnapshotMessage unsound = new SnapshotMessage(
                sound.number(),
                sound.after(),
                sound.store(),
                sound.taxPolicy(),
                sound.taxRates(),
                List.of(tooLong),
                sound.items(),
                sound.operators(),
                sound.epoch());
        try (CatalogueStore store = open()) {
            store.save(TestStore.snapshot(1, 0, TestStore.items()));
            assertThatThrownBy(() -> store.save(unsound)).isInstanceOf(MalformedMessageException.class);
            Catalogue loaded = store.load().orElseThrow();
            assertThat(loaded.number()).isEqualTo(1);
            assertThat(loaded.size()).isEqualTo(TestStore.catalogue().size());
        }
    }
}
