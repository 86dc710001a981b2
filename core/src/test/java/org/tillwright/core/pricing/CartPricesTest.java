package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.eur;
import static org.tillwright.core.money.Amounts.unitPrice;
import static org.tillwright.core.pricing.TestBook.cart;
import static org.tillwright.core.pricing.TestBook.line;
import static org.tillwright.core.pricing.TestBook.price;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.PriceBook.Traits;
import org.tillwright.core.tax.Tax;

/** What an item costs before anything is taken off: by list, by hand, by label. */
class CartPricesTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @ParameterizedTest
    @CsvSource({
        // store, group, day, quantity, price
        "CITY, '', 2026-04-30, 1, 1.29, base price",
        "CITY, '', 2026-05-01, 1, 1.19, the May list from its first day",
        "CITY, '', 2026-05-31, 1, 1.19, to its last",
        "CITY, '', 2026-06-01, 1, 1.29, and no longer",
        "AIRPORT, '', 2026-04-30, 1, 1.99, a store may raise its price",
        "AIRPORT, '', 2026-05-01, 1, 1.99, and its list goes before one for all",
        "CITY, STAFF, 2026-05-01, 1, 1.00, a group pays less",
        "CITY, GOLD, 2026-05-01, 1, 1.19, and never more than everybody",
        "CITY, GOLD, 2026-04-30, 1, 1.25, its price counts where it is the lower one",
        "AIRPORT, STAFF, 2026-05-01, 1, 1.00, in every store",
        "CITY, '', 2026-05-01, 10, 0.90, ten are cheaper each",
        "CITY, STAFF, 2026-05-01, 10, 0.90, staff too",
        "CITY, STAFF, 2026-05-01, 9, 1.00, nine are not ten",
    })
    void theListThatFitsBestSetsThePrice(
            String store, String group, LocalDate day, long quantity, String expected, String why) {
        PriceBook book = TestBook.inPrice()
                .item("tea", "1.29")
                .list(list("MAY", Set.of(), Set.of(), MAY, MAY.plusDays(30), 0, "1.19"))
                .list(list("AIRPORT", Set.of("AIRPORT"), Set.of(), null, null, 0, "1.99"))
                .list(list("STAFF", Set.of(), Set.of("STAFF"), null, null, 0, "1.00"))
                .list(list("GOLD", Set.of(), Set.of("GOLD"), null, null, 0, "1.25"))
                .list(list("CRATE", Set.of(), Set.of(), null, null, 10, "0.90"))
                .book();
        Set<String> groups = group.isEmpty() ? Set.of() : Set.of(group);
        SaleContext context = new SaleContext(day.atTime(12, 0), store, groups, null, false, Set.of(), null, Map.of());

        Cart cart = cart(line(1, "tea", quantity * 1000)).withContext(context);

        assertThat(price(cart, book).lines().get(0).unitPrice()).as(why).isEqualTo(unitPrice("EUR", expected));
    }

    @Test
    void tenOnTwoLinesAreTen() {
        PriceBook book = TestBook.inPrice()
                .item("tea", "1.29")
                .list(list("CRATE", Set.of(), Set.of(), null, null, 10, "0.90"))
                .book();

        PricedCart priced = price(cart(line(1, "tea", 4000), line(2, "tea", 6000), line(3, "tea", -1000)), book);

        assertThat(priced.lines())
                .extracting(PricedCart.Line::extended)
                .containsExactly(eur("3.60"), eur("5.40"), eur("-1.29"));
    }

    @Test
    void listsThatContradictEachOtherAreNoLists() {
        PriceList one = list("ONE", Set.of(), Set.of(), MAY, null, 0, "1.19");
        PriceList other = list("OTHER", Set.of(), Set.of(), null, MAY, 0, "1.09");

        assertThatThrownBy(() -> PriceLists.of(List.of(one, other)))
                .hasMessage("price lists ONE and OTHER overlap for item tea");
        PriceList before = list("OTHER", Set.of(), Set.of(), null, MAY.minusDays(1), 0, "1.09");
        assertThat(PriceLists.of(List.of(one, before)).lists()).hasSize(2);
        assertThatThrownBy(() -> list("BACK", Set.of(), Set.of(), MAY, MAY.minusDays(1), 0, "1"))
                .hasMessage("price list BACK ends before it begins");
    }

    @Test
    void aPriceByHandGoesBeforeEveryList() {
        PriceBook book = TestBook.inPrice()
                .item("tea", "1.29")
                .list(list("ALL", Set.of(), Set.of(), null, null, 0, "1.19"))
                .book();
        Cart cart =
                cart(line(1, "tea", 2000).withOverride(new PriceOverride(unitPrice("EUR", "1.50"), "KIND", "op-1")));

        PricedCart.Line line = price(cart, book).lines().get(0);

        assertThat(line.extended()).isEqualTo(eur("3.00"));
        assertThat(line.regularUnitPrice()).isEqualTo(unitPrice("EUR", "1.19"));
    }

    @Test
    void aLineCostsWhatItsLabelSaysToTheCentAndItsQuantityFollows() {
        PriceBook book = TestBook.inPrice()
                .item("ham", "18.90", "S", Traits.of("deli", true))
                .item("loaf", "3.00")
                .item("cheese", "", "S", Traits.of("deli", true))
                .book();
        Cart cart = cart(
                line(1, "ham", 1000).withLabelTotal(eur("4.57")),
                line(2, "loaf", 1000).withLabelTotal(eur("2.50")),
                line(3, "ham", -1000).withLabelTotal(eur("4.57")),
                line(4, "cheese", 400).withLabelTotal(eur("4.57")));

        PricedCart priced = price(cart, book);

        assertThat(priced.lines())
                .extracting(PricedCart.Line::extended)
                .containsExactly(eur("4.57"), eur("2.50"), eur("-4.57"), eur("4.57"));
        assertThat(priced.lines())
                .extracting(PricedCart.Line::quantity)
                .containsExactly(new Quantity(242), Quantity.ONE, new Quantity(-242), new Quantity(400));
        assertThat(priced.lines().get(3).unitPrice()).isEqualTo(unitPrice("EUR", "11.425"));
    }

    /** The record of the sale tells 6.382 kg; whoever reads it must not come to the price from 5 kg on. */
    @Test
    void aLabelsGoodsHaveNoPriceThatDependsOnHowMuchTheyAre() {
        PriceBook book = TestBook.inPrice()
                .item("ham", "5.00", "S", Traits.of(null, true))
                .list(list("FIVE", Set.of(), Set.of(), null, null, 5, "2.50"))
                .book();
        Cart.Line labelled = line(1, "ham", 1000).withLabelTotal(eur("31.91"));

        PricedCart priced = price(cart(labelled, line(2, "ham", 4000)), book);
        PricedCart read = price(cart(labelled.withQuantity(new Quantity(6382)), line(2, "ham", 4000)), book);

        assertThat(priced.lines())
                .extracting(PricedCart.Line::unitPrice)
                .containsExactly(unitPrice("EUR", "5"), unitPrice("EUR", "5"));
        assertThat(priced.lines().get(0).quantity()).isEqualTo(new Quantity(6382));
        assertThat(read.total()).isEqualTo(priced.total());
    }

    @Test
    void twoOfAModifierBearAFixedTaxTwiceHoweverTheyWerePicked() {
        Tax cup = new Tax("CUP", Tax.Kind.FIXED, 100_000, false, false, true, "CUP");
        TestBook shop = TestBook.inPrice();
        PriceBook book = shop.taxes("CUPS", TaxTable.Taxes.always(cup))
                .group(new ModifierGroup(
                        "cups",
                        1,
                        2,
                        List.of(new ModifierGroup.Modifier("cup", unitPrice("EUR", "1.00"), "CUPS", null))))
                .item("coffee", "3.00", "S", new Traits(null, false, false, Map.of(), List.of("cups")))
                .book();
        ModifierGroup.Choice one = new ModifierGroup.Choice("cups", "cup", 1);
        ModifierGroup.Choice two = new ModifierGroup.Choice("cups", "cup", 2);

        PricedCart apart = price(cart(line(1, "coffee", 3000).withModifiers(List.of(one, one))), book);
        PricedCart together = price(cart(line(1, "coffee", 3000).withModifiers(List.of(two))), book);

        assertThat(apart.total()).isEqualTo(eur("15.60")).isEqualTo(together.total());
    }

    @Test
    void whereItIsEatenDecidesTheTax() {
        TestBook shop = TestBook.inPrice();
        PriceBook book = shop.taxes(
                        "FOOD",
                        new TaxTable.Taxes(
                                List.of(shop.tax("R7", "7")),
                                Map.of(ServiceMode.EAT_IN, List.of(shop.tax("S19", "19")))))
                .item("soup", "4.99", "FOOD")
                .book();

        PricedCart priced = price(
                cart(
                        line(1, "soup", 1000).withServiceMode(ServiceMode.EAT_IN),
                        line(2, "soup", 1000).withServiceMode(ServiceMode.TAKE_AWAY),
                        line(3, "soup", 1000)),
                book);

        assertThat(priced.lines())
                .extracting(PricedCart.Line::tax)
                .containsExactly(eur("0.80"), eur("0.33"), eur("0.33"));
        assertThat(priced.taxLines()).extracting(tax -> tax.tax().taxId()).containsExactly("R7", "S19");
    }

    @Test
    void anExemptCustomerPaysTheNetAndTheReceiptSaysWhy() {
        PriceBook book = TestBook.inPrice().item("tea", "12.50").book();
        SaleContext exempt = new SaleContext(
                LocalDateTime.of(2026, 1, 1, 9, 0), "S1", Set.of(), "C1", true, Set.of(), null, Map.of());

        PricedCart priced = price(cart(line(1, "tea", 1000)).withContext(exempt), book);

        assertThat(priced.total()).isEqualTo(eur("10.00")).isEqualTo(priced.net());
        assertThat(priced.lines().get(0).list()).isEqualTo(eur("12.50"));
        assertThat(priced.lines().get(0).discounts())
                .containsExactly(new Discount(Discount.Source.EXEMPTION, "", eur("2.50")));
        assertThat(priced.lines().get(0).extended()).isEqualTo(eur("10.00"));
    }

    private static PriceList list(
            String id,
            Set<String> stores,
            Set<String> groups,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            long minimum,
            String price) {
        return new PriceList(
                id,
                stores,
                groups,
                from,
                until,
                List.of(new PriceList.Price("tea", Quantity.of(minimum), unitPrice("EUR", price))));
    }
}
