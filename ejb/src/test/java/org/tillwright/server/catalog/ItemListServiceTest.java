package org.tillwright.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.server.TestShop;
import org.tillwright.server.catalog.ItemFilter.Order;
import org.tillwright.server.catalog.ItemFilter.State;
import org.tillwright.server.pricing.PlannedPriceService;

class ItemListServiceTest {

    private final TestShop shop = new TestShop();
    private final ItemListService lists = shop.get(ItemListService.class);
    private final CatalogService catalog = shop.get(CatalogService.class);

    @BeforeEach
    void fillTheShelves() {
        shop.inTransaction(() -> shop.get(DepartmentService.class)
                .put(new DepartmentDraft("bakery", Map.of("en", "Bakery", "da", "Bager"), 2, 5)));
        shop.inTransaction(() -> catalog.importItems(List.of(
                item(
                        "creme",
                        "bakery",
                        Map.of("en", "Cr\u00e8me br\u00fbl\u00e9e", "da", "R\u00f8d gr\u00f8d"),
                        3_000_000L,
                        "p"),
                item(
                        "kovbasa",
                        "food",
                        Map.of("uk", "\u041c'\u044f\u0441\u043d\u0430 \u043a\u043e\u0432\u0431\u0430\u0441\u0430"),
                        9_000_000L,
                        null),
                new ItemDraft(
                        "old",
                        Map.of("en", "Old jam"),
                        "food",
                        "PIECE",
                        "REDUCED",
                        1L,
                        List.of(),
                        null,
                        null,
                        false))));
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aListReadsInTheReadersLanguageAndOrder() {
        assertThat(names("", State.ON_SALE, Order.NAME))
                .containsExactly(
                        "Cr\u00e8me br\u00fbl\u00e9e",
                        "The apples",
                        "The bag",
                        "The milk",
                        "\u041c'\u044f\u0441\u043d\u0430 \u043a\u043e\u0432\u0431\u0430\u0441\u0430");
        assertThat(names("", State.ON_SALE, Order.CHEAPEST_FIRST)).element(1).isEqualTo("The milk");
        assertThat(names("", State.ON_SALE, Order.DEAREST_FIRST))
                .first()
                .isEqualTo("\u041c'\u044f\u0441\u043d\u0430 \u043a\u043e\u0432\u0431\u0430\u0441\u0430");
        assertThat(page("", "da", State.ON_SALE).rows().get(0).name()).isEqualTo("R\u00f8d gr\u00f8d");
    }

    @Test
    void anItemIsFoundByTheBeginningOfAnyWordInAnyLanguage() {
        assertThat(names("brul", State.ON_SALE, Order.NAME)).containsExactly("Cr\u00e8me br\u00fbl\u00e9e");
        assertThat(names("GROD creme", State.ON_SALE, Order.NAME)).containsExactly("Cr\u00e8me br\u00fbl\u00e9e");
        assertThat(names("\u043c\u2019\u044f\u0441", State.ON_SALE, Order.NAME)).hasSize(1);
        assertThat(names("grod milk", State.ON_SALE, Order.NAME)).isEmpty();
        assertThat(names("% _ ' --", State.ON_SALE, Order.NAME)).hasSize(5);
    }

    @Test
    void anItemIsFoundByItsCodeHoweverItIsWritten() {
        assertThat(names("4006381333931", State.ALL, Order.NAME)).containsExactly("The milk");
        assertThat(names("04006381333931", State.ALL, Order.NAME)).containsExactly("The milk");
        assertThat(names("400638", State.ALL, Order.NAME)).containsExactly("The milk");
        assertThat(shop.inTransaction(() -> lists.findByCode("4006381333931", "en")))
                .hasValueSatisfying(row -> assertThat(row.name()).isEqualTo("The milk"));
    }

    @Test
    void whatAShopLooksForHasAFilterAndACount() {
        shop.inTransaction(() -> {
            shop.get(PlannedPriceService.class).plan("milk", LocalDate.of(2026, 4, 1), 1L, "shop", "anna");
            return null;
        });
        ItemCounts counts = shop.inTransaction(lists::counts);
        assertThat(counts).isEqualTo(new ItemCounts(5, 1, 4, 1, 1));
        assertThat(counts.all()).isEqualTo(6);
        assertThat(names("", State.NEEDS_PRICE, Order.NAME)).containsExactly("The bag");
        assertThat(names("", State.NO_PICTURE, Order.NAME)).hasSize(4).doesNotContain("Cr\u00e8me br\u00fbl\u00e9e");
        assertThat(names("", State.NOT_SOLD, Order.NAME)).containsExactly("Old jam");
        ItemRow milk = page("", "en", State.PRICE_PLANNED).rows().get(0);
        assertThat(milk.nextPriceFrom()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(milk.nextPriceMicro()).isEqualTo(1L);
        ItemFilter bakery = new ItemFilter("", "bakery", State.ALL, Order.NAME, "en");
        assertThat(shop.inTransaction(() -> lists.list(bakery, 0, 50)).rows())
                .extracting(ItemRow::department)
                .containsExactly("Bakery");
    }

    @Test
    void aChangeIsInTheListAtOnce() {
        shop.inTransaction(() -> catalog.setPrice("bag", 100_000L));
        assertThat(names("", State.NEEDS_PRICE, Order.NAME)).isEmpty();
        ItemDraft bag = shop.inTransaction(() -> catalog.find("bag")).orElseThrow();
        shop.inTransaction(() -> catalog.change(new ItemDraft(
                "bag", Map.of("en", "Sack"), "food", "PIECE", "REDUCED", 1L, bag.codes(), null, null, true)));
        assertThat(names("sack", State.ON_SALE, Order.NAME)).containsExactly("Sack");
        assertThat(names("the bag", State.ON_SALE, Order.NAME)).isEmpty();
        assertThat(names("", State.ON_SALE, Order.LATEST_CHANGE_FIRST)).first().isEqualTo("Sack");
    }

    @Test
    void pagesOfManyItemsMeetEachItemOnceNamedOrNot() {
        List<ItemDraft> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            Map<String, String> names = i % 10 == 0 ? Map.of("da", "Vare " + i) : Map.of("en", "Goods " + i);
            many.add(item("sku-" + i, "food", names, 1_000L + i, null));
        }
        shop.inTransaction(() -> catalog.importItems(many));
        for (Order order : Order.values()) {
            ItemFilter filter = new ItemFilter("", null, State.ON_SALE, order, "en");
            List<String> met = new ArrayList<>();
            for (int offset = 0; offset < 2_600; offset += 100) {
                int from = offset;
                ItemPage page = shop.inTransaction(() -> lists.list(filter, from, 100));
                assertThat(page.count()).isEqualTo(2_505);
                page.rows().forEach(row -> met.add(row.itemId()));
            }
            assertThat(met).as(order.name()).hasSize(2_505).doesNotHaveDuplicates();
        }
    }

    @Test
    void anItemIsShownWholeWithWhoChangedItAndWhen() {
        long seen = shop.inTransaction(() -> lists.find("milk")).orElseThrow().changedIn();
        ItemDraft milk = shop.inTransaction(() -> catalog.find("milk")).orElseThrow();
        shop.inTransaction(() -> catalog.change(milk.withPrice(1_350_000L), seen, "anna"));
        ItemDetail detail = shop.inTransaction(() -> lists.find("milk")).orElseThrow();
        assertThat(detail.item().unitPriceMicro()).isEqualTo(1_350_000L);
        assertThat(detail.taxRatePpm()).isEqualTo(70_000L);
        assertThat(detail.prices()).extracting(PriceSpan::unitPriceMicro).containsExactly(1_350_000L, 1_290_000L);
        assertThat(detail.prices().get(1).until()).isNotNull();
        assertThat(detail.changes())
                .containsExactly(new ItemChange(
                        detail.changedIn(), detail.changes().get(0).at(), "Anna", List.of("price")));
        assertThat(detail.item().codes())
                .containsExactly(ScanCode.of("4006381333931").key());
        assertThat(shop.inTransaction(() -> lists.find("nothing"))).isEmpty();
    }

    @Test
    void whatCamePastTheCatalogueIsListedAtTheNextStart() {
        shop.database.tamper("delete from item_word");
        shop.database.tamper("delete from item_listing");
        assertThat(names("", State.ALL, Order.NAME)).isEmpty();
        assertThat(shop.inTransaction(lists::listTheUnlisted)).isEqualTo(6);
        assertThat(shop.inTransaction(lists::listTheUnlisted)).isZero();
        assertThat(names("milk", State.ALL, Order.NAME)).containsExactly("The milk");
        assertThat(shop.database.count("item_listing l join item i using (item_id)", "l.changed_in <> i.changed_in"))
                .isZero();
    }

    private List<String> names(String text, State state, Order order) {
        ItemFilter filter = new ItemFilter(text, null, state, order, "en");
        ItemPage page = shop.inTransaction(() -> lists.list(filter, 0, 50));
        assertThat(page.count()).isEqualTo(page.rows().size());
        return page.rows().stream().map(ItemRow::name).toList();
    }

    private ItemPage page(String text, String language, State state) {
        ItemFilter filter = new ItemFilter(text, null, state, Order.NAME, language);
        return shop.inTransaction(() -> lists.list(filter, 0, 50));
    }

    private static ItemDraft item(String id, String department, Map<String, String> names, Long price, String picture) {
        return new ItemDraft(id, names, department, "PIECE", "REDUCED", price, List.of(), picture, null, true);
    }
}
