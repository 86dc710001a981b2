package org.tillwright.register.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.SnapshotMessage;

/** What a cashier finds by a part of a name, of a code, or of both. */
class ItemSearchTest {

    private static final String EAN = "4006381333931";
    private static final String EAN_8 = "96385074";

    private final Catalogue shop = Catalogue.of(TestStore.snapshot(
            1,
            0,
            List.of(
                    item("cream", Map.of("en", "Ice cream 500 g", "uk", "Морозиво 500 г"), EAN),
                    item("bread", Map.of("en", "Rye bread 500g", "uk", "Житній хліб"), EAN_8),
                    item("oil", Map.of("en", "Økologisk olie", "da", "Økologisk olie"), "A-12"),
                    item("fish", Map.of("en", "Røget ørred, Århus", "da", "Røget ørred, Århus"), "A-120"),
                    item("meat", Map.of("en", "Soup meat", "uk", "М’ясо для супу"), "4006381"),
                    item("cafe", Map.of("en", "Café crème"), "CREAM"))));

    @Test
    void aWholeCodeComesFirstThenItsBeginningThenNames() {
        assertThat(found("cream", "en")).containsExactly("cafe", "cream"); // the code CREAM, then a word
        assertThat(found("4006381", "en")).containsExactly("meat", "cream");
        assertThat(found("a-12", "en")).containsExactly("oil", "fish");
    }

    @Test
    void aNameThatBeginsSoIsBeforeAWordThatDoesAndThatBeforeTheRest() {
        Catalogue teas = Catalogue.of(TestStore.snapshot(
                1,
                0,
                List.of(
                        item("steak", Map.of("en", "Steak"), "1"),
                        item("green", Map.of("en", "Green tea"), "2"),
                        item("tea", Map.of("en", "Tea, black"), "3"))));
        assertThat(teas.search("tea", "en", 9))
                .extracting(Catalogue.Item::itemId)
                .containsExactly("tea", "green", "steak");
    }

    @Test
    void everyPartHasToBeThereInWhicheverPlace() {
        assertThat(found("crea 4006", "en")).containsExactly("cream");
        assertThat(found("500 bread", "en")).containsExactly("bread");
        assertThat(found("bread milk", "en")).isEmpty();
        assertThat(found("500g", "en")).containsExactlyInAnyOrder("bread", "cream");
        assertThat(found("500 g", "en")).containsExactlyInAnyOrder("bread", "cream");
    }

    @Test
    void aBarcodeIsFoundAsItIsPrintedAlthoughItIsKeptWithZeros() {
        assertThat(found(EAN, "en")).containsExactly("cream");
        assertThat(found(EAN_8.substring(0, 5), "en")).containsExactly("bread");
        assertThat(found("1333931", "en")).as("from its end").containsExactly("cream");
    }

    @Test
    void danishLettersAreFoundAsDanesWriteThemAndAsOthersDo() {
        for (String spelling : List.of("ØKO", "øko", "oeko", "oko")) {
            assertThat(found(spelling, "da")).as(spelling).containsExactly("oil");
        }
        for (String spelling : List.of("århus", "AARHUS", "arhus", "ørred", "orred", "røg")) {
            assertThat(found(spelling, "da")).as(spelling).containsExactly("fish");
        }
        assertThat(found("creme", "en")).as("an accent nobody keys").containsExactly("cafe");
    }

    @Test
    void aUkrainianWordIsFoundWithWhicheverApostrophe() {
        for (String spelling : List.of("м’ясо", "м'ясо", "мʼясо", "М’ЯСО", "мясо")) {
            assertThat(found(spelling, "uk")).as(spelling).containsExactly("meat");
        }
        assertThat(found("хліб", "uk")).containsExactly("bread");
        assertThat(found("olie", "uk"))
                .as("the store's own name where there is none")
                .containsExactly("oil");
    }

    @Test
    void signsThatAreNoWordsAndTooManyPartsDoNoHarm() {
        assertThat(found("--", "en")).isEmpty();
        assertThat(found("\n", "en")).isEmpty();
        assertThat(found("a".repeat(200), "en")).isEmpty();
        assertThat(found("ice ".repeat(60), "en")).containsExactly("cream");
    }

    @Test
    void anItemThatChangedIsFoundByWhatItIsCalledNow() {
        SnapshotMessage.Item renamed = item("bread", Map.of("en", "Toast"), EAN_8);
        Catalogue next = shop.with(TestStore.snapshot(2, 1, List.of(renamed)));
        assertThat(next.search("toast", "en", 9))
                .extracting(Catalogue.Item::itemId)
                .containsExactly("bread");
        assertThat(next.search("rye", "en", 9)).isEmpty();
        assertThat(found("rye", "en")).as("the older catalogue stays as it is").containsExactly("bread");

        SnapshotMessage.Item dearer = TestStore.item("bread", "Toast", "PIECE", "STANDARD", 9_000_000L, EAN_8, null);
        Catalogue last = next.with(TestStore.snapshot(
                3,
                2,
                List.of(new SnapshotMessage.Item(
                        "bread",
                        Map.of("en", "Toast"),
                        "food",
                        "PIECE",
                        "STANDARD",
                        dearer.unitPriceMicro(),
                        dearer.codes(),
                        null,
                        null,
                        true))));
        assertThat(last.search("toast", "en", 9))
                .extracting(item -> item.price().micro())
                .as("the words are the same, the item is the new one")
                .containsExactly(9_000_000L);
    }

    @Test
    void aPriceThatRulesHideComesBackWithOtherRules() {
        SnapshotMessage before = TestStore.snapshot(2, 1, List.of());
        Catalogue asked = shop.with(new SnapshotMessage(
                2L,
                1L,
                before.store(),
                before.taxPolicy(),
                before.taxRates(),
                before.departments(),
                List.of(),
                before.operators(),
                before.epoch(),
                new org.tillwright.wire.pricing.PricingRules(
                        "EUR", null, null, null, null, null, List.of("bread"), null, null, null, null, null, null)));
        assertThat(asked.find("bread").orElseThrow().price()).isNull();
        Catalogue again = asked.with(TestStore.snapshot(3, 2, List.of()));
        assertThat(again.find("bread").orElseThrow().price())
                .isEqualTo(shop.find("bread").orElseThrow().price());
    }

    private List<String> found(String wanted, String language) {
        return shop.search(wanted, language, 9).stream()
                .map(Catalogue.Item::itemId)
                .toList();
    }

    private static SnapshotMessage.Item item(String id, Map<String, String> names, String code) {
        return new SnapshotMessage.Item(
                id,
                names,
                "food",
                "PIECE",
                "STANDARD",
                1_000_000L,
                List.of(ScanCode.of(code).key()),
                null,
                null,
                true);
    }
}
