package org.tillwright.register.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.MalformedMessageException;

class CatalogueTest {

    private final Catalogue catalogue = TestStore.catalogue();

    private static final int LARGE = 100_000;

    @Test
    void anItemIsFoundByEveryWayOfWritingItsCode() {
        assertThat(catalogue.find(ScanCode.of("04006381333931"))).isEqualTo(catalogue.find("milk"));
        assertThat(catalogue.find(ScanCode.of("soap"))).isEqualTo(catalogue.find("soap"));
        assertThat(catalogue.find(ScanCode.of("4006381333932"))).isEmpty();
    }

    @Test
    void tilesStandInTheirPlaces() {
        assertThat(catalogue.tiles("food")).extracting(Catalogue.Item::itemId).containsExactly("milk", "soap");
        assertThat(catalogue.tiles("none")).isEmpty();
    }

    @Test
    void aSearchFindsEveryItemByNameOrCodeTheBestAnswerFirst() {
        assertThat(catalogue.search("CHEE", "en", 9))
                .extracting(Catalogue.Item::itemId)
                .containsExactly("cheese");
        assertThat(catalogue.search("wrap", "uk", 9))
                .extracting(Catalogue.Item::itemId)
                .containsExactly("gift");
        assertThat(catalogue.search("638133", "en", 9))
                .extracting(Catalogue.Item::itemId)
                .containsExactly("milk");
        assertThat(catalogue.search("p", "en", 9))
                .extracting(Catalogue.Item::itemId)
                .containsExactly("bag", "gift", "soap");
        assertThat(catalogue.search("p", "en", 2)).hasSize(2);
        assertThat(catalogue.search(" ", "en", 9)).isEmpty();
    }

    @Test
    void aSearchInALargeShopGivesTheBestAndNoMoreThanWanted() {
        Catalogue large = Catalogue.of(TestStore.snapshot(1, 0, TestStore.manyItems(LARGE)));
        assertThat(large.search("number", "da", 64)).hasSize(64);
        assertThat(large.search("ITEM NUMBER 99999", "en", 64))
                .extracting(Catalogue.Item::itemId)
                .containsExactly("item-99999");
    }

    @Test
    void aNameThatALanguageLacksIsTheStoresOwn() {
        Catalogue.Item milk = catalogue.find("milk").orElseThrow();
        assertThat(catalogue.nameOf(milk, "da")).isEqualTo("Milk 1 l (da)");
        assertThat(catalogue.nameOf(milk, "uk")).isEqualTo("Milk 1 l");
        assertThat(catalogue.receiptFooter("uk")).isEqualTo("Дякуємо!");
    }

    @Test
    void anItemNamedInAnotherLanguageOnlyIsNotShownByItsId() {
        SnapshotMessage.Item fromage = new SnapshotMessage.Item(
                "sku-1",
                Map.of("fr", "Fromage", "it", "Formaggio"),
                "food",
                "PIECE",
                "STANDARD",
                1L,
                List.of(),
                null,
                null,
                true);
        Catalogue french = Catalogue.of(TestStore.snapshot(1, 0, List.of(fromage)));
        assertThat(french.nameOf(french.find("sku-1").orElseThrow(), "da")).isEqualTo("Fromage");
    }

    @Test
    void changesGiveANewCatalogueAndLeaveTheOldOneAlone() {
        SnapshotMessage.Item dearer = TestStore.item("milk", "Milk", "PIECE", "REDUCED", 1_490_000L, "NEWCODE", 1L);
        SnapshotMessage.Item soap = TestStore.items().get(1);
        SnapshotMessage.Item gone = new SnapshotMessage.Item(
                "soap", soap.names(), "food", "PIECE", "STANDARD", 1L, soap.codes(), null, 2L, false);
        Catalogue next = catalogue.with(TestStore.snapshot(2, 1, List.of(dearer, gone)));

        assertThat(next.number()).isEqualTo(2);
        assertThat(next.priceBook(LocalDate.EPOCH).version()).isEqualTo(2);
        assertThat(next.find("milk").orElseThrow().price()).isEqualTo(TestRegister.price(149));
        assertThat(next.find(ScanCode.of(TestStore.MILK_CODE)))
                .as("the old code is gone")
                .isEmpty();
        assertThat(next.find("soap")).isEmpty();
        assertThat(next.find(ScanCode.of("SOAP"))).isEmpty();
        assertThat(next.find("cheese")).as("what did not change is still there").isPresent();
        assertThat(catalogue.find("milk").orElseThrow().price()).isEqualTo(TestRegister.price(129));
    }

    @Test
    void changesToAnotherSnapshotAreABug() {
        assertThatThrownBy(() -> catalogue.with(TestStore.snapshot(9, 8, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSnapshotThatContradictsItselfIsRefusedWithEveryFault() {
        SnapshotMessage.Item odd =
                new SnapshotMessage.Item("odd", Map.of(), "food", "BUSHEL", "LUXURY", -1L, List.of(), null, null, true);
        assertThatThrownBy(() -> Catalogue.of(TestStore.snapshot(2, 0, List.of(odd))))
                .isInstanceOfSatisfying(MalformedMessageException.class, refused -> assertThat(refused.faults())
                        .hasSize(3));
    }

    @Test
    void aBusinessDayEndsWhenTheStoreSays() {
        SnapshotMessage.Store store = catalogue.store(); // Berlin, the day ends at 04:00
        assertThat(BusinessDay.of(Instant.parse("2026-03-02T02:59:59Z"), store)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(BusinessDay.of(Instant.parse("2026-03-02T03:00:00Z"), store)).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(BusinessDay.of(Instant.parse("2026-07-02T02:00:00Z"), store))
                .as("summer time")
                .isEqualTo(LocalDate.of(2026, 7, 2));
    }
}
