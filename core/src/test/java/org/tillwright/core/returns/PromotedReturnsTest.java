package org.tillwright.core.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.eur;
import static org.tillwright.core.pricing.TestBook.amount;
import static org.tillwright.core.pricing.TestBook.cart;
import static org.tillwright.core.pricing.TestBook.line;
import static org.tillwright.core.pricing.TestBook.percent;
import static org.tillwright.core.pricing.TestBook.price;
import static org.tillwright.core.pricing.TestBook.units;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.core.pricing.TaxTable;
import org.tillwright.core.pricing.TestBook;
import org.tillwright.core.promotion.Conditions;
import org.tillwright.core.promotion.Effect;
import org.tillwright.core.promotion.ItemSelection;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.promotion.Promotion.Combining;
import org.tillwright.core.promotion.Promotion.ReturnPolicy;
import org.tillwright.core.returns.Refunds.NotReturnableException;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;

/** Goods of promotions that come back. */
class PromotedReturnsTest {

    private static final Effect THREE_FOR_TWO =
            new Effect.CheapestOff(ItemSelection.ofItems("tea"), 3, 1, Rate.percent("100"));

    @Test
    void whatAManufacturerPaidGoesBackToTheManufacturer() {
        PriceBook book = TestBook.inPrice()
                .item("tea", "3.00")
                .promotion(new Promotion(
                        "M",
                        1,
                        Combining.EXCLUSIVE,
                        Conditions.NONE,
                        ReturnPolicy.PRORATED,
                        true,
                        new Effect.MixAndMatch(ItemSelection.ofItems("tea"), 3, 800)))
                .book();
        PricedCart priced = price(cart(line(1, "tea", 3000)), book);
        Money coupons = priced.paidByManufacturers(1);
        PricedCart.Line tea = priced.lines().get(0);

        assertThat(coupons).isEqualTo(eur("1.00"));
        assertThat(List.of(0L, 1L, 2L).stream()
                        .map(before -> Refunds.toManufacturers(
                                coupons,
                                new SoldLine(units(3), tea.unitPrice(), tea.amounts(), units(before)),
                                units(1))))
                .containsExactly(eur("0.33"), eur("0.34"), eur("0.33"));
    }

    @Test
    void whatIsKeptIsPricedAnewWhenAPromotionIsTakenBack() throws NotReturnableException {
        SoldSale sale = sold(ReturnPolicy.CLAWBACK, cart(line(1, "tea", 3000), line(2, "bread", 1000)));

        SoldSale one = back(sale, Map.of(1, units(1)));
        SoldSale two = back(one, Map.of(1, units(1)));
        SoldSale bread = back(two, Map.of(2, units(1)));
        SoldSale all = back(bread, Map.of(1, units(1)));

        assertThat(one.refunded().gross()).isEqualTo(eur("0.00")); // two cost what three for two did
        assertThat(two.refunded().gross()).isEqualTo(eur("3.00"));
        assertThat(bread.refunded().gross()).isEqualTo(eur("5.00"));
        assertThat(all.refunded().gross()).isEqualTo(eur("8.00"));
        assertThat(all.refunded().tax()).isEqualTo(eur("1.60"));
    }

    @Test
    void theOrderOfReturnsDoesNotMatterWhenAllIsBack() throws NotReturnableException {
        Cart cart = cart(line(1, "tea", 5000), line(2, "bread", 2000)).withDiscounts(List.of(percent("D", "7")));
        SoldSale sale = sold(ReturnPolicy.CLAWBACK, cart);

        SoldSale one = back(back(sale, Map.of(1, units(5))), Map.of(2, units(2)));
        SoldSale other =
                back(back(back(sale, Map.of(2, units(1))), Map.of(1, units(2), 2, units(1))), Map.of(1, units(3)));

        assertThat(one.refunded().gross())
                .isEqualTo(other.refunded().gross())
                .isEqualTo(sale.paid().gross());
    }

    @Test
    void aProratedPromotionGivesBackTheShareThatWasPaid() throws NotReturnableException {
        SoldSale sale = sold(ReturnPolicy.PRORATED, cart(line(1, "tea", 3000)));

        assertThat(back(sale, Map.of(1, units(1))).refunded().gross()).isEqualTo(eur("2.00"));
    }

    @Test
    void goodsOfAPromotionComeBackTogetherOrNotAtAll() throws NotReturnableException {
        SoldSale sale = sold(ReturnPolicy.ALL_OR_NOTHING, cart(line(1, "tea", 3000), line(2, "bread", 1000)));

        assertThatThrownBy(() -> back(sale, Map.of(1, units(1))))
                .isInstanceOf(NotReturnableException.class)
                .hasMessage("the goods of promotion P come back together or not at all");
        assertThat(back(sale, Map.of(2, units(1))).refunded().gross()).isEqualTo(eur("2.00"));
        assertThat(back(sale, Map.of(1, units(3))).refunded().gross()).isEqualTo(eur("6.00"));
    }

    @Test
    void aPieceThatNoPromotionCountedComesBackAlone() throws NotReturnableException {
        SoldSale four = sold(ReturnPolicy.ALL_OR_NOTHING, cart(line(1, "tea", 4000)));

        SoldSale one = back(four, Map.of(1, units(1)));
        assertThat(one.refunded().gross()).isEqualTo(eur("2.25"));
        assertThatThrownBy(() -> back(four, Map.of(1, units(2)))).isInstanceOf(NotReturnableException.class);
        assertThatThrownBy(() -> back(one, Map.of(1, units(1)))).isInstanceOf(NotReturnableException.class);
        assertThat(back(one, Map.of(1, units(3))).refunded().gross()).isEqualTo(eur("9.00"));
        assertThat(back(four, Map.of(1, units(3))).refunded().gross()).isEqualTo(eur("6.75"));
    }

    @Test
    void noPieceIsCountedAsAnotherPromotionsFreeOne() throws NotReturnableException {
        PriceBook book = TestBook.inPrice()
                .item("tea", "3.00")
                .item("bread", "2.00")
                .promotion(promotion("P", ReturnPolicy.ALL_OR_NOTHING, new Effect.MixAndMatch(tea(), 2, 500)))
                .promotion(promotion(
                        "Q",
                        ReturnPolicy.ALL_OR_NOTHING,
                        new Effect.Bundle(
                                List.of(
                                        new Effect.Bundle.Part(tea(), 2),
                                        new Effect.Bundle.Part(ItemSelection.ofItems("bread"), 1)),
                                600)))
                .book();
        Cart cart = cart(line(1, "tea", 4000), line(2, "bread", 1000));
        SoldSale sale = SoldSale.of(cart, book, price(cart, book));

        assertThat(sale.groups()).hasSize(2);
        assertThatThrownBy(() -> back(sale, Map.of(1, units(1)))).isInstanceOf(NotReturnableException.class);
        assertThat(back(sale, Map.of(1, units(4), 2, units(1))).refunded().gross())
                .isEqualTo(eur("11.00"));
    }

    @Test
    void measuredGoodsOfAPromotionAreOnePiece() throws NotReturnableException {
        PriceBook book = TestBook.inPrice()
                .item("ham", "10.00", "S", PriceBook.Traits.of(null, true))
                .promotion(promotion(
                        "P",
                        ReturnPolicy.ALL_OR_NOTHING,
                        new Effect.PercentOff(ItemSelection.ofItems("ham"), Rate.percent("10"))))
                .book();
        Cart cart = cart(line(1, "ham", 2000));
        SoldSale sale = SoldSale.of(cart, book, price(cart, book));

        assertThatThrownBy(() -> back(sale, Map.of(1, units(1)))).isInstanceOf(NotReturnableException.class);
        assertThat(back(sale, Map.of(1, units(2))).refunded().gross()).isEqualTo(eur("18.00"));
    }

    /** Without A the threshold is still reached and the rest costs 41.00; without B too it is not, and A's rest is 49.00. */
    @Test
    void oneReceiptGivesBackNoMoreThanWhatStaysAllows() throws NotReturnableException {
        PriceBook book = TestBook.inPrice()
                .item("A", "49.00")
                .item("B", "2.00")
                .item("C", "49.00")
                .promotion(promotion("P", ReturnPolicy.CLAWBACK, new Effect.SpendAmount(ItemSelection.ALL, 5000, 1000)))
                .book();
        Cart cart = cart(line(1, "A", 1000), line(2, "B", 1000), line(3, "C", 1000));
        SoldSale sale = SoldSale.of(cart, book, price(cart, book));

        assertThat(sale.paid().gross()).isEqualTo(eur("90.00"));
        assertThat(back(sale, Map.of(1, units(1), 2, units(1))).refunded().gross())
                .isEqualTo(eur("41.00"));
        assertThat(back(sale, Map.of(1, units(1), 2, units(1), 3, units(1)))
                        .refunded()
                        .gross())
                .isEqualTo(eur("90.00"));
    }

    /** A bag tax of 0.50 in a price that a promotion lowers to nothing, and a tax on the net of less than nothing. */
    @Test
    void nobodyIsPaidToKeepGoods() throws NotReturnableException {
        Tax bag = new Tax("BAG", Tax.Kind.FIXED, 500_000, true, false, false, "BAG");
        Tax city = new Tax("CITY", Tax.Kind.PERCENT, 40_000, false, false, true, "CITY");
        PriceBook book = TestBook.inPrice()
                .taxes("S", new TaxTable.Taxes(List.of(city, bag), Map.of()))
                .taxes("N", new TaxTable.Taxes(List.of(), Map.of()))
                .item("tea", "3.00", "N")
                .item("bag", "1.00")
                .promotion(promotion(
                        "P",
                        ReturnPolicy.CLAWBACK,
                        new Effect.PercentOff(ItemSelection.ofItems("bag"), Rate.percent("100"))))
                .book();
        Cart cart = cart(line(1, "tea", 1000), line(2, "bag", 1000));
        SoldSale sale = SoldSale.of(cart, book, price(cart, book));

        SoldSale teaBack = back(sale, Map.of(1, units(1)));

        assertThat(sale.paid().gross()).isEqualTo(eur("2.98"));
        assertThat(teaBack.refunded().gross()).isEqualTo(eur("2.98"));
        assertThat(back(teaBack, Map.of(2, units(1))).refunded().gross()).isEqualTo(eur("2.98"));
    }

    @Property(tries = 500)
    void noReturnGivesBackMoreThanWasPaidWhateverThePromotionsSay(@ForAll long seed) {
        Random random = new Random(seed);
        PriceBook book = book(random);
        Cart cart = Cart.EMPTY;
        for (int i = 1; i <= 1 + random.nextInt(5); i++) {
            String item = random.nextBoolean() ? "tea" : random.nextBoolean() ? "bread" : "wine";
            cart = cart.with(line(i, item, 1000L * (1 + random.nextInt(4))));
        }
        cart = random.nextBoolean() ? cart : cart.withDiscounts(List.of(percent("D", "3"), amount("E", "0.50")));
        SoldSale sale = SoldSale.of(cart, book, price(cart, book));
        Money paid = sale.paid().gross();

        while (RefundPropertiesTest.hasGoodsLeft(sale)) {
            Money before = sale.refunded().gross();
            sale = someBack(sale, random);
            assertThat(sale.refunded().gross().minor()).isBetween(before.minor(), paid.minor());
        }

        assertThat(sale.refunded().gross()).isEqualTo(paid);
        for (TaxLine tax : sale.paid().taxes()) {
            assertThat(sale.refunded().taxes()).contains(tax);
        }
    }

    /** Some whole pieces, or all that is left where promotions do not let those back. */
    private static SoldSale someBack(SoldSale sale, Random random) {
        Map<Integer, Quantity> some = new LinkedHashMap<>();
        RefundPropertiesTest.some(sale, random)
                .forEach((line, part) -> some.put(line, units((part.milli() + 999) / 1000)));
        Map<Integer, Quantity> all = new LinkedHashMap<>();
        sale.lines().forEach((number, line) -> {
            if (!line.left().isZero()) {
                all.put(number, line.left());
            }
        });
        try {
            return back(sale, some);
        } catch (NotReturnableException e) {
            try {
                return back(sale, all);
            } catch (NotReturnableException never) {
                throw new AssertionError("what all comes back comes back together", never);
            }
        }
    }

    /** Several promotions of several kinds and policies; one at least takes back what it gave. */
    private static PriceBook book(Random random) {
        TaxPolicy policy = new TaxPolicy(
                one(random, TaxPolicy.Placement.values()), one(random, TaxPolicy.Level.values()), RoundingMode.HALF_UP);
        TestBook shop = TestBook.of(policy)
                .rate("R", "7")
                .item("tea", "3.00")
                .item("bread", "1.99", "R")
                .item("wine", "7.49");
        List<Effect> effects = List.of(
                THREE_FOR_TWO,
                new Effect.PercentOff(ItemSelection.ofItems("bread"), Rate.percent("15")),
                new Effect.AmountOff(ItemSelection.ofItems("wine"), 77),
                new Effect.MixAndMatch(ItemSelection.ofItems("bread", "tea"), 2, 400),
                new Effect.SpendAmount(ItemSelection.ALL, 1500, 250),
                new Effect.SpendPercent(ItemSelection.ALL, 2000, Rate.percent("12.5")));
        int first = random.nextInt(effects.size());
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            shop.promotion(new Promotion(
                    "P" + i,
                    random.nextInt(3),
                    one(random, Combining.values()),
                    Conditions.NONE,
                    i == 0 ? ReturnPolicy.CLAWBACK : one(random, ReturnPolicy.values()),
                    false,
                    effects.get((first + i) % effects.size())));
        }
        return shop.book();
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static ItemSelection tea() {
        return ItemSelection.ofItems("tea");
    }

    private static Promotion promotion(String id, ReturnPolicy policy, Effect effect) {
        return new Promotion(id, 1, Combining.EXCLUSIVE, Conditions.NONE, policy, false, effect);
    }

    @Property(tries = 300)
    void whatIsTakenBackNeverExceedsWhatWasPaidAndIsAllOfItAtTheEnd(@ForAll long seed) throws NotReturnableException {
        Random random = new Random(seed);
        Cart cart = Cart.EMPTY;
        for (int i = 1; i <= 1 + random.nextInt(4); i++) {
            cart = cart.with(line(i, random.nextBoolean() ? "tea" : "bread", 1000L * (1 + random.nextInt(5))));
        }
        SoldSale sale = sold(ReturnPolicy.CLAWBACK, cart.withDiscounts(List.of(percent("D", "3"))));
        Money paid = sale.paid().gross();
        while (RefundPropertiesTest.hasGoodsLeft(sale)) {
            Money before = sale.refunded().gross();
            Map<Integer, Quantity> whole = new LinkedHashMap<>();
            RefundPropertiesTest.some(sale, random)
                    .forEach((line, some) -> whole.put(line, units((some.milli() + 999) / 1000)));
            sale = back(sale, whole);
            assertThat(sale.refunded().gross().minor()).isBetween(before.minor(), paid.minor());
        }
        assertThat(sale.refunded().gross()).isEqualTo(paid);
    }

    private static SoldSale back(SoldSale sale, Map<Integer, Quantity> back) throws NotReturnableException {
        return sale.after(Refunds.lines(sale, back), back);
    }

    private static SoldSale sold(ReturnPolicy policy, Cart cart) {
        PriceBook book = TestBook.inPrice()
                .item("tea", "3.00")
                .item("bread", "2.00")
                .promotion(promotion("P", policy, THREE_FOR_TWO))
                .book();
        return SoldSale.of(cart, book, price(cart, book));
    }
}
