package org.tillwright.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;
import org.tillwright.server.catalog.CatalogService;
import org.tillwright.server.catalog.ItemDraft;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.WireJson;

class SnapshotServiceTest {

    private final TestShop shop = new TestShop();
    private final SnapshotService snapshots = shop.get(SnapshotService.class);
    private final CatalogService catalog = shop.get(CatalogService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aNewRegisterGetsEverything() {
        SnapshotMessage snapshot = since(0).orElseThrow();
        assertThat(snapshot.number()).isEqualTo(3);
        assertThat(snapshot.after()).isZero();
        assertThat(snapshot.store().name()).isEqualTo("Corner Shop");
        assertThat(snapshot.taxPolicy().placement()).isEqualTo("IN_PRICE");
        assertThat(snapshot.taxRates()).containsExactly(new SnapshotMessage.TaxRate("REDUCED", "R", 70_000L));
        assertThat(snapshot.departments())
                .containsExactly(new SnapshotMessage.Department("food", Map.of("da", "Mad", "en", "Food"), 1L, 3L));
        assertThat(snapshot.items()).extracting(SnapshotMessage.Item::itemId).containsExactly("apples", "bag", "milk");
        assertThat(snapshot.items().get(2).codes()).containsExactly("04006381333931");
        assertThat(snapshot.items().get(2).unitPriceMicro()).isEqualTo(1_290_000);
        assertThat(snapshot.items().get(1).unitPriceMicro()).isNull();
        assertThat(snapshot.operators())
                .extracting(SnapshotMessage.Operator::name)
                .containsExactly("Anna", "Ben");
        assertThat(WireJson.read(WireJson.write(snapshot), SnapshotMessage.class))
                .isEqualTo(snapshot);
    }

    @Test
    void theNewestSnapshotHasNothingAfterIt() {
        assertThat(since(3)).isEmpty();
    }

    @Test
    void aDeltaTellsWhatChangedAndWhatIsNoLongerSold() {
        shop.inTransaction(() -> catalog.setPrice("milk", 1_350_000L));
        ItemDraft bag = shop.inTransaction(() -> catalog.find("bag")).orElseThrow();
        shop.inTransaction(() -> catalog.change(
                new ItemDraft("bag", bag.names(), "food", "PIECE", "REDUCED", null, List.of(), null, null, false)));
        SnapshotMessage delta = since(3).orElseThrow();
        assertThat(delta.number()).isEqualTo(5);
        assertThat(delta.after()).isEqualTo(3);
        assertThat(delta.items()).extracting(SnapshotMessage.Item::itemId).containsExactly("bag", "milk");
        assertThat(delta.items().get(0).active()).isFalse();
        assertThat(since(4).orElseThrow().items())
                .extracting(SnapshotMessage.Item::itemId)
                .containsExactly("bag");
        assertThat(since(0).orElseThrow().items())
                .extracting(SnapshotMessage.Item::itemId)
                .containsExactly("apples", "milk");
    }

    @Test
    void aNumberThatWasNeverPublishedGivesEverything() {
        SnapshotMessage snapshot = since(99).orElseThrow();
        assertThat(snapshot.after()).isZero();
        assertThat(snapshot.items()).hasSize(3);
        assertThat(since(-1).orElseThrow().after()).isZero();
    }

    @Test
    void anItemWithoutANameInTheStoresLanguageGetsAnother() {
        shop.inTransaction(() -> catalog.create(new ItemDraft(
                "kage", Map.of("da", "Kage"), "food", "PIECE", "REDUCED", 1L, List.of(), null, null, true)));
        assertThat(since(3).orElseThrow().items().get(0).names()).containsEntry("en", "Kage");
    }

    @Test
    void manyItemsTakeThreeQueriesAndComeWhole() {
        List<ItemDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            drafts.add(TestShop.item("sku-" + i, 1_000L + i, "SKU" + i));
        }
        shop.inTransaction(() -> catalog.importItems(drafts));
        assertThat(since(0).orElseThrow().items()).hasSize(20_003);
    }

    @Test
    void anUnknownWorkstationIsToldSo() {
        assertThatThrownBy(() -> shop.inTransaction(() -> snapshots.since("till-77", 0)))
                .hasMessageContaining("till-77");
    }

    private Optional<SnapshotMessage> since(long after) {
        return shop.inTransaction(() -> snapshots.since("till-01", after));
    }
}
