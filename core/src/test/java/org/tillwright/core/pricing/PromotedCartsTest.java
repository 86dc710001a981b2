package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.eur;
import static org.tillwright.core.money.Amounts.unitPrice;
import static org.tillwright.core.pricing.TestBook.cart;
import static org.tillwright.core.pricing.TestBook.line;
import static org.tillwright.core.pricing.TestBook.percent;
import static org.tillwright.core.pricing.TestBook.price;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.PriceBook.Traits;
import org.tillwright.core.promotion.Conditions;
import org.tillwright.core.promotion.Effect;
import org.tillwright.core.promotion.ItemSelection;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.promotion.Promotion.Combining;
import org.tillwright.core.promotion.Promotion.ReturnPolicy;

/** Promotions as part of a cart. */
class PromotedCartsTest {

    private static final Effect THREE_FOR_TWO =
            new Effect.CheapestOff(ItemSelection.ofItems("tea"), 3, 1, Rate.percent("100"));

    @Test
    void aPromotionComesBeforeWhatIsTakenOffByHand() {
        PriceBook book = book(ReturnPolicy.PRORATED, THREE_FOR_TWO);

        PricedCart priced = price(
                cart(line(1, "tea", 3000), line(2, "bread", 1000)).withDiscounts(List.of(percent("D", "10"))), book);

        assertThat(priced.lines().get(0).discounts())
                .containsExactly(
                        new Discount(Discount.Source.PROMOTION, "P", eur("3.00")),
                        new Discount(Discount.Source.SALE, "D", eur("0.60")));
        assertThat(priced.total()).isEqualTo(eur("7.20"));
        assertThat(priced.promotions().applied()).hasSize(1);
    }

    @Test
    void aPromotionSeesModifiersAsPartOfTheirLine() {
        PriceBook book = TestBook.inPrice()
                .group(new ModifierGroup(
                        "MILK", 0, 1, List.of(new ModifierGroup.Modifier("oat", unitPrice("EUR", "0.50"), null, null))))
                .item("tea", "3.00", "S", new Traits(null, false, false, Map.of(), List.of("MILK")))
                .promotion(promotion(
                        ReturnPolicy.PRORATED, new Effect.PercentOff(ItemSelection.ofItems("tea"), Rate.percent("20"))))
                .book();
        Cart cart = cart(line(1, "tea", 1000).withModifiers(List.of(new ModifierGroup.Choice("MILK", "oat", 1))));

        assertThat(price(cart, book).total()).isEqualTo(eur("2.80"));
    }

    @Test
    void pricesByHandDepositsAndReturnsAreNotPromoted() {
        PriceBook book = TestBook.inPrice()
                .item("tea", "3.00")
                .item("bottle", "0.25", "S", new Traits(null, false, true, Map.of(), List.of()))
                .promotion(
                        promotion(ReturnPolicy.PRORATED, new Effect.PercentOff(ItemSelection.ALL, Rate.percent("50"))))
                .book();
        Cart cart = cart(
                line(1, "tea", 1000),
                line(2, "tea", 1000).withOverride(new PriceOverride(unitPrice("EUR", "2.00"), "KIND", "op")),
                line(3, "bottle", 1000),
                line(4, "tea", -1000));

        assertThat(price(cart, book).lines())
                .extracting(PricedCart.Line::extended)
                .containsExactly(eur("1.50"), eur("2.00"), eur("0.25"), eur("-3.00"));
    }

    @Test
    void aManufacturersCouponIsTenderedAndLeavesTheTaxAlone() {
        PricedCart priced = price(cart(line(1, "tea", 2000)), couponBook(50));

        assertThat(priced.total()).isEqualTo(eur("6.00"));
        assertThat(priced.tax()).isEqualTo(eur("1.20"));
        assertThat(priced.coupons()).containsExactly(new PricedCart.ManufacturerCoupon("M", Map.of(1, eur("1.00"))));
        assertThat(priced.paidByManufacturers()).isEqualTo(eur("1.00"));
    }

    @Test
    void manufacturersPayNoMoreForALineThanItCostsInTheEnd() {
        PriceBook book = couponBook(200, 200, 200);
        Cart cart = cart(line(1, "tea", 1000).withDiscounts(List.of(percent("D", "50"))), line(2, "bread", 1000));

        PricedCart priced = price(cart, book);

        assertThat(priced.total()).isEqualTo(eur("3.50"));
        assertThat(priced.coupons())
                .as("3.00 were taken, of goods that cost 1.50 now")
                .containsExactly(new PricedCart.ManufacturerCoupon("M", Map.of(1, eur("1.50"))));
        assertThat(priced.paidByManufacturers(1)).isEqualTo(eur("1.50"));
        assertThat(priced.paidByManufacturers(2)).isEqualTo(eur("0.00"));
    }

    @Test
    void manufacturersPayNothingForGoodsThatCostNothing() {
        Cart cart = cart(line(1, "tea", 1000)).withDiscounts(List.of(percent("D", "100")));

        PricedCart priced = price(cart, couponBook(100));

        assertThat(priced.coupons()).isEmpty();
        assertThat(priced.paidByManufacturers()).isEqualTo(eur("0.00"));
    }

    @Test
    void aCartWhoseCouponsPayTooMuchIsABug() {
        PricedCart priced = price(cart(line(1, "tea", 1000)), couponBook(100));

        assertThatThrownBy(() -> paidBy(priced, 1, "3.01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coupons pay more for line 1 than EUR 3.00");
        assertThatThrownBy(() -> paidBy(priced, 2, "0.01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coupons pay for lines that are not there: [2]");
    }

    private static PricedCart paidBy(PricedCart cart, int line, String amount) {
        return new PricedCart(
                cart.lines(),
                cart.taxLines(),
                cart.promotions(),
                List.of(new PricedCart.ManufacturerCoupon("M", Map.of(line, eur(amount)))),
                cart.net(),
                cart.tax(),
                cart.total());
    }

    /** Tea and bread, and manufacturers who pay so much each for tea. */
    private static PriceBook couponBook(long... minor) {
        TestBook book = TestBook.inPrice().item("tea", "3.00").item("bread", "2.00");
        for (int i = 0; i < minor.length; i++) {
            book.promotion(new Promotion(
                    i == 0 ? "M" : "M" + i,
                    1,
                    Combining.STACKING,
                    Conditions.NONE,
                    ReturnPolicy.PRORATED,
                    true,
                    new Effect.AmountOff(ItemSelection.ofItems("tea"), minor[i])));
        }
        return book.book();
    }

    private static PriceBook book(ReturnPolicy policy, Effect effect) {
        return TestBook.inPrice()
                .item("tea", "3.00")
                .item("bread", "2.00")
                .promotion(promotion(policy, effect))
                .book();
    }

    private static Promotion promotion(ReturnPolicy policy, Effect effect) {
        return new Promotion("P", 1, Combining.EXCLUSIVE, Conditions.NONE, policy, false, effect);
    }
}
