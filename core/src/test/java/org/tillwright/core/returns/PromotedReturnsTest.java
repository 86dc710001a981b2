package org.tillwright.core.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.eur;
import static org.tillwright.core.pricing.TestBook.cart;
import static org.tillwright.core.pricing.TestBook.line;
import static org.tillwright.core.pricing.TestBook.percent;
import static org.tillwright.core.pricing.TestBook.price;
import static org.tillwright.core.pricing.TestBook.units;

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
import org.tillwright.core.pricing.TestBook;
import org.tillwright.core.promotion.Conditions;
import org.tillwright.core.promotion.Effect;
import org.tillwright.core.promotion.ItemSelection;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.promotion.Promotion.Combining;
import org.tillwright.core.promotion.Promotion.ReturnPolicy;
import org.tillwright.core.returns.Refunds.NotReturnableException;

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

    @Property(tries = 300)
    void whatIsTakenBackNeverExceedsWhatWasPaidAndIsAllOfItAtTheEnd(@ForAll long seed) throws NotReturnableException {
        Random random = new Random(seed);
        Cart cart = Cart.EMPTY;
        for (int i = 1; i <= 1 + random.nextInt(4); i++) {
            cart = cart.with(line(i, random.nextBoolean() ? "tea" : "bread", 1000L * (1 + random.nextInt(5))));
        }
        SoldSale sale = sold(ReturnPolicy.CLAWBACK, cart.withDiscounts(List.of(percent("D", "3"))));
        Money paid = sale.paid().gross();
        while (sale.lines().stream()
                .anyMatch(line -> !RefundPropertiesTest.left(line).isZero())) {
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
                .promotion(new Promotion("P", 1, Combining.EXCLUSIVE, Conditions.NONE, policy, false, THREE_FOR_TWO))
                .book();
        return SoldSale.of(cart, book, price(cart, book));
    }
}
