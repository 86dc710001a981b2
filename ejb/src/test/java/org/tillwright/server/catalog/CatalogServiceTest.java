package org.tillwright.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.pictures.Picture;
import org.tillwright.server.pictures.PictureService;
import org.tillwright.server.pricing.PriceBookService;
import org.tillwright.server.pricing.Selling;
import org.tillwright.server.pricing.TaxRateService;
import org.tillwright.wire.json.Fault;

class CatalogServiceTest {

    private static final int IMPORTED = 2_605;

    private final TestShop shop = new TestShop();
    private final CatalogService catalog = shop.get(CatalogService.class);
    private final PictureService pictures = shop.get(PictureService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aDepartmentOutsideItsBoundsIsRefusedWithEveryFault() {
        DepartmentDraft draft = new DepartmentDraft("fish", Map.of("en", "Fish"), 3_000_000_000L, 8);
        assertThatThrownBy(() -> shop.inTransaction(
                        () -> shop.get(DepartmentService.class).put(draft)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::field)
                        .containsExactly("position", "hue"));
    }

    @Test
    void anItemIsFoundByAnyWayOfWritingItsCode() {
        assertThat(findByCode("04006381333931").orElseThrow().itemId()).isEqualTo("milk");
        assertThat(findByCode("4006381333931").orElseThrow().itemId()).isEqualTo("milk");
        assertThat(findByCode("4006381333932")).isEmpty();
    }

    @Test
    void aCodeOfAnotherItemIsRefusedAndNamesIt() {
        assertThatThrownBy(() -> change(() -> catalog.addCode("bag", "4006381333931")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ProblemCode.CODE_TAKEN);
                    assertThat(refused.detail()).contains("milk").contains("The milk");
                });
        change(() -> catalog.addCode("bag", "BAG-1"));
        assertThat(findByCode("bag-1").orElseThrow().itemId()).isEqualTo("bag");
    }

    @Test
    void eachChangeIsAPublicationAndNoChangeIsNone() {
        long number = change(() -> catalog.setPrice("milk", 1_350_000L));
        assertThat(number).isEqualTo(4);
        assertThat(change(() -> catalog.setPrice("milk", 1_350_000L))).isEqualTo(4);
        assertThat(change(() -> catalog.create(TestShop.item("jam", 2_000_000L))))
                .isEqualTo(5);
        assertThat(shop.database.number("select max(number) from publication")).isEqualTo(5);
        assertThat(shop.database.number("select changed_in from item where item_id = 'milk'"))
                .isEqualTo(4);
    }

    @Test
    void everyVersionKeepsItsPrices() {
        change(() -> catalog.setPrice("milk", 1_350_000L));
        change(() -> catalog.setPrice("milk", null));
        change(() -> catalog.setPrice("milk", 1_390_000L));
        assertThat(priceAt(2)).isNull();
        assertThat(priceAt(3)).isEqualTo(1_290_000L);
        assertThat(priceAt(4)).isEqualTo(1_350_000L);
        assertThat(priceAt(5)).isNull();
        assertThat(priceAt(6)).isEqualTo(1_390_000L);
    }

    @Test
    void everyVersionKeepsItsTaxes() {
        TaxRateService taxes = shop.get(TaxRateService.class);
        long four = change(() -> taxes.setRate("STANDARD", new TaxRate("S", Rate.percent("19"))));
        ItemDraft milk = find("milk").orElseThrow();
        long five = change(() -> catalog.change(new ItemDraft(
                "milk",
                milk.names(),
                "food",
                "PIECE",
                "STANDARD",
                milk.unitPriceMicro(),
                milk.codes(),
                null,
                null,
                true)));
        long six = change(() -> taxes.setRate("STANDARD", new TaxRate("S", Rate.percent("20"))));
        assertThat(entryAt(four).orElseThrow().taxCategory()).isEqualTo("REDUCED");
        assertThat(entryAt(five).orElseThrow().taxCategory()).isEqualTo("STANDARD");
        assertThat(standardPpm(bookAt(five))).isEqualTo(190_000L);
        assertThat(standardPpm(bookAt(six))).isEqualTo(200_000L);
    }

    /** A promotion on the department must find the same goods when an old sale is worked out anew. */
    @Test
    void everyVersionKeepsItsDepartmentsAndUnits() {
        change(() -> shop.get(DepartmentService.class).put(new DepartmentDraft("dairy", Map.of("en", "Dairy"), 2, 4)));
        long before = shop.inTransaction(() -> shop.get(PriceBookService.class).latestVersion());
        ItemDraft milk = find("milk").orElseThrow();
        long moved = change(() -> catalog.change(placed(milk, "dairy", "PIECE")));
        long loose = change(() -> catalog.change(placed(milk, "dairy", "LITRE")));
        long back = change(() -> catalog.change(placed(milk, "food", "PIECE")));
        assertThat(entryAt(before).orElseThrow().traits()).isEqualTo(PriceBook.Traits.of("food", false));
        assertThat(entryAt(moved).orElseThrow().traits()).isEqualTo(PriceBook.Traits.of("dairy", false));
        assertThat(entryAt(loose).orElseThrow().traits()).isEqualTo(PriceBook.Traits.of("dairy", true));
        assertThat(entryAt(back).orElseThrow().traits()).isEqualTo(PriceBook.Traits.of("food", false));
    }

    private static ItemDraft placed(ItemDraft item, String departmentId, String unit) {
        return new ItemDraft(
                item.itemId(),
                item.names(),
                departmentId,
                unit,
                item.taxCategory(),
                item.unitPriceMicro(),
                item.codes(),
                null,
                null,
                true);
    }

    @Test
    void everythingWrongWithAnImportIsToldAtOnceAndNothingIsStored() {
        ItemDraft bad = new ItemDraft(
                "", Map.of("en", " "), "nowhere", "DOZEN", "LUXURY", -1L, List.of("x".repeat(49)), null, -1L, true);
        assertThatThrownBy(() -> change(() -> catalog.importItems(List.of(TestShop.item("jam", 1L), bad))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::field)
                        .contains(
                                "items[1].itemId",
                                "items[1].names.en",
                                "items[1].departmentId",
                                "items[1].unit",
                                "items[1].taxCategory",
                                "items[1].unitPriceMicro",
                                "items[1].codes[0]",
                                "items[1].tile"));
        assertThat(find("jam")).isEmpty();
        assertThatThrownBy(() -> change(() ->
                        catalog.importItems(List.of(TestShop.item("jam", 1L, "77"), TestShop.item("tea", 1L, "77")))))
                .hasMessageContaining("items[1].codes[0]");
    }

    @Test
    void aRetailersItemsComeInOnePublicationAndASecondTimeInNone() {
        List<ItemDraft> drafts = new ArrayList<>();
        for (int i = 0; i < IMPORTED; i++) {
            drafts.add(TestShop.item("sku-" + i, i * 10_000L, "SKU" + i));
        }
        assertThat(change(() -> catalog.importItems(drafts))).isEqualTo(4);
        assertThat(shop.database.count("item", "changed_in = 4")).isEqualTo(IMPORTED);
        assertThat(shop.database.count("item_price", "from_version = 4")).isEqualTo(IMPORTED);
        assertThat(change(() -> catalog.importItems(drafts))).isEqualTo(4);
        drafts.set(7, drafts.get(7).withPrice(99L));
        assertThat(change(() -> catalog.importItems(drafts))).isEqualTo(5);
        assertThat(shop.database.count("item", "changed_in = 5")).isEqualTo(1);
    }

    @Test
    void anEditBegunBeforeAnotherPersonsIsRefusedAndNamesThatPersonAndWhatChanged() {
        ItemListService lists = shop.get(ItemListService.class);
        long seen = shop.inTransaction(() -> lists.find("milk")).orElseThrow().changedIn();
        ItemDraft milk = find("milk").orElseThrow();
        change(() -> catalog.change(milk.withPrice(1_350_000L), seen, "anna"));
        assertThatThrownBy(() -> change(() -> catalog.change(milk.withPrice(1L), seen, "anna")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE);
                    assertThat(refused.detail())
                            .contains("Anna changed item milk")
                            .contains("price");
                });
        assertThat(find("milk").orElseThrow().unitPriceMicro()).isEqualTo(1_350_000L);
        long now = shop.inTransaction(() -> lists.find("milk")).orElseThrow().changedIn();
        assertThat(change(() -> catalog.change(milk.withPrice(1L), now, "anna")))
                .isEqualTo(5);
    }

    @Test
    void aNewItemGetsAnIdFromItsName() {
        ItemDraft jam = TestShop.item("", 1L);
        assertThat(create(jam, "Bl\u00e5b\u00e6r & Jam")).isEqualTo("blabaer-jam");
        assertThat(create(jam, "Bl\u00e5b\u00e6r, jam!")).isEqualTo("blabaer-jam-2");
        assertThat(create(jam, "\u0416\u0435\u043b\u0435")).isEqualTo("item");
    }

    private String create(ItemDraft draft, String name) {
        ItemDraft named = new ItemDraft(
                "", Map.of("en", name), draft.departmentId(), draft.unit(), "REDUCED", 1L, List.of(), null, null, true);
        return shop.inTransaction(() -> catalog.createNamed(named, "anna"));
    }

    @Test
    void anEditBegunBeforeAnImportIsRefusedToo() {
        ItemDraft milk = find("milk").orElseThrow();
        long seen = shop.inTransaction(() -> shop.get(ItemListService.class).find("milk"))
                .orElseThrow()
                .changedIn();
        change(() -> catalog.importItems(List.of(milk.withPrice(2L))));
        assertThatThrownBy(() -> change(() -> catalog.change(milk, seen, "anna")))
                .hasMessageContaining("by an import");
        assertThatThrownBy(() -> change(() -> catalog.create(milk, "anna"))).hasMessageContaining("another item's");
    }

    @Test
    void aPicturesIdStandsForItsBytes() {
        Picture picture = new Picture("milk", "image/png", new byte[] {1, 2, 3});
        addPicture(picture);
        addPicture(picture);
        assertThat(shop.inTransaction(() -> pictures.find("milk")).orElseThrow().content())
                .containsExactly(1, 2, 3);
        assertThatThrownBy(() -> addPicture(new Picture("milk", "image/png", new byte[] {4})))
                .hasMessageContaining("pictureId");
    }

    private void addPicture(Picture picture) {
        shop.inTransaction(() -> {
            pictures.add(picture);
            return picture;
        });
    }

    private long change(Supplier<Long> work) {
        return shop.inTransaction(work);
    }

    private Optional<ItemDraft> find(String itemId) {
        return shop.inTransaction(() -> catalog.find(itemId));
    }

    private Optional<ItemDraft> findByCode(String code) {
        return shop.inTransaction(() -> catalog.findByCode(code));
    }

    private Long priceAt(long version) {
        UnitPrice price = entryAt(version).map(PriceBook.Entry::unitPrice).orElse(null);
        return price == null ? null : price.micro();
    }

    private Optional<PriceBook.Entry> entryAt(long version) {
        return bookAt(version).find("milk");
    }

    private static long standardPpm(PriceBook book) {
        return book.taxes().taxesOf("STANDARD", null).get(0).value();
    }

    private PriceBook bookAt(long version) {
        TaxPolicy policy = new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP);
        return shop.inTransaction(() -> shop.get(PriceBookService.class)
                .bookAt(
                        version,
                        new Selling(TestShop.EUR, "DE", policy, LocalDate.of(2026, 3, 2)),
                        Set.of("milk", "unknown")));
    }
}
