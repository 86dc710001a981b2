package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.eur;
import static org.tillwright.core.money.Amounts.money;
import static org.tillwright.core.money.Amounts.unitPrice;
import static org.tillwright.core.pricing.TestBook.amount;
import static org.tillwright.core.pricing.TestBook.cart;
import static org.tillwright.core.pricing.TestBook.line;
import static org.tillwright.core.pricing.TestBook.percent;
import static org.tillwright.core.pricing.TestBook.price;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.PriceBook.Traits;
import org.tillwright.core.tax.TaxPolicy.Level;

/** What operators take off by hand. */
class CartDiscountsTest {

    @Test
    void sixteenAtFourPercentOffAreRoundedWhereThePolicySays() {
        Cart cart = cart(line(1, "C", 16_000).withDiscounts(List.of(percent("D", "4"))));

        PricedCart perLine = price(cart, vectorC(Level.PER_LINE));
        PricedCart perTotal = price(cart, vectorC(Level.PER_TOTAL));

        assertThat(perLine.total()).isEqualTo(eur("6527.81"));
        assertThat(perTotal.total()).isEqualTo(eur("6527.80"));
        assertThat(perLine.net()).isEqualTo(perTotal.net()).isEqualTo(eur("5350.66"));
        PricedCart.Line line = perTotal.lines().get(0);
        assertThat(line.list()).isEqualTo(eur("5573.60"));
        assertThat(line.discounts()).containsExactly(new Discount(Discount.Source.LINE, "D", eur("222.94")));
        assertThat(line.extended()).isEqualTo(line.net());
    }

    @Test
    void percentOfTheWholeSaleIsAsExactAsPercentOfTheLine() {
        Cart cart = cart(line(1, "C", 16_000)).withDiscounts(List.of(percent("D", "4")));

        assertThat(price(cart, vectorC(Level.PER_TOTAL)).total()).isEqualTo(eur("6527.80"));
        assertThat(price(cart, vectorC(Level.PER_LINE)).total()).isEqualTo(eur("6527.81"));
    }

    @Test
    void whatLinesShowSumsToTheNetWhereExactAmountsAreSummed() {
        Cart cart = cart(line(1, "C", 16_000), line(2, "C", 16_000)).withDiscounts(List.of(percent("D", "4")));

        PricedCart priced = price(cart, vectorC(Level.PER_TOTAL));

        assertThat(priced.net()).isEqualTo(eur("10701.31")); // 10701.312
        assertThat(priced.lines())
                .extracting(PricedCart.Line::extended)
                .containsExactly(eur("5350.66"), eur("5350.65"));
        assertThat(priced.lines()).extracting(PricedCart.Line::list).containsOnly(eur("5573.60"));
    }

    @Test
    void twoHalfCentsAreOneCentOfNet() {
        PriceBook book = TestBook.onTop(Level.PER_TOTAL).item("H", "0.005").book();

        PricedCart priced = price(cart(line(1, "H", 1000), line(2, "H", 1000)), book);

        assertThat(priced.lines()).extracting(PricedCart.Line::extended).containsExactly(eur("0.01"), eur("0"));
        assertThat(priced.net()).isEqualTo(eur("0.01"));
    }

    @Test
    void tenPercentOffTheWholeIsSpreadAndSumsToTheCent() {
        PriceBook book =
                TestBook.inPrice().item("A", "25.00").item("B", "12.50").book();
        Cart cart = cart(line(1, "A", 2000), line(2, "B", 1000)).withDiscounts(List.of(percent("D", "10")));

        PricedCart priced = price(cart, book);

        assertThat(priced.total()).isEqualTo(eur("56.25"));
        assertThat(priced.tax()).isEqualTo(eur("11.25"));
        assertThat(priced.lines()).extracting(PricedCart.Line::extended).containsExactly(eur("45.00"), eur("11.25"));
    }

    @Test
    void linePercentThenSalePercentThenLineAmountThenSaleAmount() {
        PriceBook book =
                TestBook.inPrice().item("A", "100.00").item("B", "50.00").book();
        Cart cart = cart(
                        line(1, "A", 1000).withDiscounts(List.of(amount("LA", "5.00"), percent("LP", "10"))),
                        line(2, "B", 1000))
                .withDiscounts(List.of(amount("SA", "13.00"), percent("SP", "20")));

        PricedCart priced = price(cart, book);

        // A: 100 - 10 = 90, - 18 = 72, - 5 = 67; B: 50 - 10 = 40; 13.00 over 67 and 40 is 8.14 and 4.86
        assertThat(priced.lines().get(0).discounts())
                .containsExactly(
                        new Discount(Discount.Source.LINE, "LP", eur("10.00")),
                        new Discount(Discount.Source.SALE, "SP", eur("18.00")),
                        new Discount(Discount.Source.LINE, "LA", eur("5.00")),
                        new Discount(Discount.Source.SALE, "SA", eur("8.14")));
        assertThat(priced.total()).isEqualTo(eur("94.00"));
    }

    @Test
    void anAmountTakesNoMoreThanThereIs() {
        PriceBook book = TestBook.inPrice().item("A", "3.00").item("B", "1.00").book();
        Cart cart = cart(line(1, "A", 1000).withDiscounts(List.of(amount("L", "5.00"))), line(2, "B", 1000))
                .withDiscounts(List.of(amount("S", "9.00")));

        assertThat(price(cart, book).total()).isEqualTo(eur("0.00"));
    }

    @Test
    void aSalesDiscountLeavesReturnsAndDepositsAlone() {
        PriceBook book = TestBook.inPrice()
                .item("A", "10.00")
                .item("bottle", "0.25", "S", new Traits(null, false, true, Map.of(), List.of()))
                .book();
        Cart cart = cart(line(1, "A", 1000), line(2, "bottle", 1000), line(3, "A", -1000))
                .withDiscounts(List.of(percent("D", "50")));

        assertThat(price(cart, book).lines())
                .extracting(PricedCart.Line::extended)
                .containsExactly(eur("5.00"), eur("0.25"), eur("-10.00"));
    }

    @Test
    void aDiscountOnABlindReturnMirrorsThatOfASale() {
        PriceBook book = TestBook.inPrice().item("A", "9.99").book();
        List<ManualDiscount> third = List.of(percent("D", "33.3333"));

        PricedCart.Line sold = price(cart(line(1, "A", 1000).withDiscounts(third)), book)
                .lines()
                .get(0);
        PricedCart.Line back = price(cart(line(1, "A", -1000).withDiscounts(third)), book)
                .lines()
                .get(0);

        assertThat(back.amounts()).isEqualTo(sold.amounts().negated());
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void modifiersAreTaxedAsTheyAreAndShareTheDiscountOfTheirLine(Level level) {
        PriceBook book = menu(level);
        Cart cart = cart(line(1, "pizza", 2000)
                .withModifiers(List.of(
                        new ModifierGroup.Choice("TOP", "olives", 1), new ModifierGroup.Choice("TOP", "wine", 1)))
                .withDiscounts(List.of(amount("D", "1.00"))));

        PricedCart priced = price(cart, book);
        PricedCart.Line line = priced.lines().get(0);

        // 2 x (8.00 + 1.00) at 25 % and 2 x 3.00 at 10 %: 24.00; 1.00 off is 0.75 and 0.25
        assertThat(line.list()).isEqualTo(eur("24.00"));
        assertThat(line.modifiers())
                .extracting(PricedCart.PricedModifier::amount)
                .containsExactly(eur("2.00"), eur("6.00"));
        assertThat(line.taxes()).extracting(TaxLine::base).containsExactly(eur("17.25"), eur("5.75"));
        assertThat(priced.taxLines()).extracting(tax -> tax.tax().taxId()).containsExactly("S", "W");
        assertThat(priced.tax()).isEqualTo(eur("4.89")); // 4.3125 and 0.575
    }

    @Test
    void aGroupAsksForItsChoices() {
        PriceBook book = menu(Level.PER_LINE);
        Cart none = cart(line(1, "pizza", 1000));
        Cart unknown = cart(line(1, "pizza", 1000)
                .withModifiers(
                        List.of(new ModifierGroup.Choice("TOP", "gold", 1), new ModifierGroup.Choice("SIZE", "L", 1))));
        Cart many = cart(line(1, "pizza", 1000).withModifiers(List.of(new ModifierGroup.Choice("TOP", "olives", 4))));

        assertThatThrownBy(() -> PricingEngine.price(none, book))
                .hasMessage("line 1: group TOP asks for 1 to 3 choices, and has 0");
        assertThat(CartCheck.faultsOf(unknown, book))
                .containsExactly(
                        "line 1: no modifier gold in group TOP", "line 1: item pizza has no modifier group SIZE");
        assertThat(CartCheck.faultsOf(many, book))
                .containsExactly("line 1: group TOP asks for 1 to 3 choices, and has 4");
    }

    @Test
    void whatIsNoDiscountIsNamed() {
        assertThatThrownBy(() -> percent("D", "-1")).hasMessage("discount D of -1 % is not from 0 to 100 %");
        assertThatThrownBy(() -> percent("D", "1001")).hasMessage("discount D of 1001 % is not from 0 to 100 %");
        assertThatThrownBy(() -> amount("D", "-1")).hasMessage("discount D of EUR -1.00 is negative");
        Cart yen = cart(line(1, "A", 1000))
                .withDiscounts(List.of(ManualDiscount.amount("D", money("JPY", "1"), "KIND", "op-1")));
        PriceBook book = TestBook.inPrice().item("A", "1").book();
        assertThat(CartCheck.faultsOf(yen, book))
                .containsExactly("mixed currencies: the sale has JPY 1 in a sale of EUR");
        assertThatThrownBy(() -> PricingEngine.price(yen, book)).hasMessage("mixed currencies: JPY 1 in a sale of EUR");
    }

    @Test
    void anotherCurrencyIsNeverCountedAsThisOne() {
        PriceBook book = TestBook.inPrice().item("A", "1").book();
        Cart label = cart(line(1, "A", 1000).withLabelTotal(money("JPY", "100")));
        Cart byHand = cart(line(1, "A", 1000).withOverride(new PriceOverride(unitPrice("JPY", "100"), "KIND", "op")));

        assertThatThrownBy(() -> PricingEngine.price(label, book))
                .hasMessage("mixed currencies: line 1 costs JPY 100 in a sale of EUR");
        assertThatThrownBy(() -> PricingEngine.price(byHand, book))
                .hasMessage("mixed currencies: line 1 costs JPY 100 in a sale of EUR");
        assertThat(CartCheck.faultsOf(label, book)).hasSize(1);
        assertThat(CartCheck.faultsOf(byHand, book)).hasSize(1);
    }

    @Test
    void twoDiscountsOfOneLineOrSaleHaveTwoNames() {
        PriceBook book = TestBook.inPrice().item("A", "5").book();
        Cart twice = cart(line(1, "A", 1000).withDiscounts(List.of(percent("D", "10"), amount("D", "1.00"))))
                .withDiscounts(List.of(percent("E", "10"), percent("E", "10")));
        Cart apart = cart(
                        line(1, "A", 1000).withDiscounts(List.of(percent("D", "10"), amount("E", "1.00"))),
                        line(2, "A", 1000).withDiscounts(List.of(percent("D", "10"))))
                .withDiscounts(List.of(percent("D", "10")));

        assertThat(CartCheck.faultsOf(twice, book))
                .containsExactly("the sale has two discounts with id E", "line 1 has two discounts with id D");
        assertThat(CartCheck.faultsOf(apart, book)).isEmpty();
    }

    @Test
    void aDiscountOnADepositIsNamed() {
        PriceBook book = TestBook.inPrice()
                .item("bottle", "0.25", "S", new Traits(null, false, true, Map.of(), List.of()))
                .book();
        Cart cart = cart(line(1, "bottle", 1000).withDiscounts(List.of(percent("D", "10"))));

        assertThat(CartCheck.faultsOf(cart, book)).containsExactly("line 1: nothing is taken off the deposit bottle");
        assertThat(price(cart, book).total()).isEqualTo(eur("0.25"));
    }

    @Test
    void quantitiesThatCannotBeAreNamed() {
        assertThatThrownBy(() -> line(1, "A", 0)).hasMessage("line 1 has a quantity of zero");
        Quantity one = new Quantity(1000);
        assertThatThrownBy(() -> new Cart.Line(2, "A", Cart.Kind.SALE, one.negated(), null))
                .hasMessage("line 2 has a negative quantity, and is no return");
        assertThatThrownBy(() -> new Cart.Line(3, "A", Cart.Kind.RETURN, one, null))
                .hasMessage("line 3 is a return, and its quantity is not negative");
        PriceBook book = TestBook.inPrice().item("A", "9999999").book();
        Cart much = cart(line(1, "A", Long.MAX_VALUE));
        assertThatThrownBy(() -> PricingEngine.price(much, book)).isInstanceOf(ArithmeticException.class);
    }

    private static PriceBook vectorC(Level level) {
        return TestBook.onTop(level)
                .rate("V22", "22")
                .item("C", "348.35", "V22")
                .book();
    }

    private static PriceBook menu(Level level) {
        return TestBook.onTop(level)
                .rate("W", "10")
                .group(new ModifierGroup(
                        "TOP",
                        1,
                        3,
                        List.of(
                                new ModifierGroup.Modifier("olives", unitPrice("EUR", "1.00"), null, null),
                                new ModifierGroup.Modifier("wine", unitPrice("EUR", "3.00"), "W", null))))
                .item("pizza", "8.00", "S", new Traits("food", false, false, Map.of(), List.of("TOP")))
                .book();
    }
}
