package org.tillwright.core.returns;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.eur;
import static org.tillwright.core.pricing.TestBook.cart;
import static org.tillwright.core.pricing.TestBook.line;
import static org.tillwright.core.pricing.TestBook.percent;
import static org.tillwright.core.pricing.TestBook.price;
import static org.tillwright.core.pricing.TestBook.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Amounts;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.core.pricing.TaxTable;
import org.tillwright.core.pricing.TestBook;
import org.tillwright.core.returns.Refunds.NotReturnableException;
import org.tillwright.core.returns.TenderRefunds.Kind;
import org.tillwright.core.returns.TenderRefunds.Paid;
import org.tillwright.core.returns.TenderRefunds.Refunded;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy.Level;

/** Goods that come back with their receipt. */
class RefundsTest {

    private static final PriceBook BOOK = TestBook.inPrice()
            .item("A", "25.00")
            .item("B", "12.50")
            .item("H", "100.00")
            .book();

    @Test
    void threeForTenComeBackOneByOne() throws NotReturnableException {
        PriceBook book = TestBook.inPrice().item("T", "10.00").book();
        SoldSale sale = sold(cart(line(1, "T", 1000)), book);
        sale = new SoldSale(
                sale.cart(),
                book,
                Map.of(
                        1,
                        new SoldLine(
                                units(3), sold(sale).unitPrice(), sold(sale).paid())),
                List.of(),
                sale.refunded());

        List<Money> refunds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Map<Integer, SoldLine> worth = Refunds.lines(sale, Map.of(1, units(1)));
            refunds.add(worth.get(1).worthOf(units(1)).gross());
            sale = sale.after(worth, Map.of(1, units(1)));
        }

        assertThat(refunds).containsExactly(eur("3.33"), eur("3.34"), eur("3.33"));
        assertThat(sale.refunded().tax()).isEqualTo(eur("2.00"));
    }

    @Test
    void twoOfThreeAtTenPercentOffAreOneHundredAndEighty() throws NotReturnableException {
        SoldSale sale = sold(cart(line(1, "H", 3000).withDiscounts(List.of(percent("D", "10")))), BOOK);

        SoldLine worth = Refunds.lines(sale, Map.of(1, units(2))).get(1);

        LineAmounts back = worth.worthOf(units(2));
        assertThat(back.gross()).isEqualTo(eur("180.00"));
        assertThat(back.list()).isEqualTo(eur("200.00"));
        assertThat(back.discounts()).containsExactly(new Discount(Discount.Source.LINE, "D", eur("20.00")));
    }

    @Test
    void oneOfTwoFromASaleWithTenPercentOffTheWhole() throws NotReturnableException {
        Cart cart = cart(line(1, "A", 2000), line(2, "B", 1000)).withDiscounts(List.of(percent("D", "10")));
        SoldSale sale = sold(cart, BOOK);
        SoldLine worth = Refunds.lines(sale, Map.of(1, units(1))).get(1);
        Cart back = cart(line(1, "A", -1000).asSold(worth));

        PricedCart priced = price(back, BOOK);

        assertThat(priced.total()).isEqualTo(eur("-22.50"));
        assertThat(priced.tax()).isEqualTo(eur("-4.50"));
        assertThat(priced.lines().get(0).discounts())
                .containsExactly(new Discount(Discount.Source.SALE, "D", eur("-2.50")));
        List<Paid> tenders = List.of(
                new Paid("cash", Kind.CASH, eur("20.00"), eur("0")),
                new Paid("card", Kind.OTHER, eur("36.25"), eur("0")));
        assertThat(TenderRefunds.spread(tenders, eur("22.50"), CashRounding.NONE))
                .containsExactly(new Refunded("card", eur("22.50"), eur("22.50")));
    }

    @Test
    void aReturnFollowsTheRatesOfItsSaleAndNeverTodays() throws NotReturnableException {
        SoldSale sale = sold(cart(line(1, "A", 1000)), BOOK);
        SoldLine worth = Refunds.lines(sale, Map.of(1, units(1))).get(1);
        PriceBook today = TestBook.onTop(Level.PER_TOTAL)
                .rate("S", "30")
                .item("A", "99.00")
                .book();
        Cart exchange = cart(line(1, "A", -1000).asSold(worth), line(2, "A", 1000));

        PricedCart priced = price(exchange, today);

        assertThat(priced.lines().get(0).gross()).isEqualTo(eur("-25.00"));
        assertThat(priced.lines().get(0).tax()).isEqualTo(eur("-5.00"));
        assertThat(priced.taxLines()).extracting(TaxLine::amount).containsExactly(eur("-5.00"), eur("29.70"));
        assertThat(priced.total()).isEqualTo(eur("103.70"));
    }

    @Test
    void aTaxReadFromARecordDoesNotKeepAnExchangeFromBeingPriced() {
        Tax inBook = new Tax("CITY", Tax.Kind.PERCENT, 250_000, true, true, false, "TOWN");
        Tax inRecord = new Tax("CITY", Tax.Kind.PERCENT, 250_000, true, false, true, "CITY");
        PriceBook book = TestBook.inPrice()
                .taxes("S", TaxTable.Taxes.always(inBook))
                .item("A", "25.00")
                .book();
        LineAmounts told = new LineAmounts(
                eur("25.00"), List.of(), eur("20.00"), List.of(new TaxLine(inRecord, eur("20.00"), eur("5.00"))));
        SoldLine sold = new SoldLine(units(1), Amounts.unitPrice("EUR", "25.00"), told);

        PricedCart priced = price(cart(line(1, "A", -1000).asSold(sold), line(2, "A", 2000)), book);

        assertThat(priced.total()).isEqualTo(eur("25.00"));
        assertThat(priced.taxLines()).containsExactly(new TaxLine(inBook, eur("20.00"), eur("5.00")));
    }

    @Test
    void noMoreComesBackThanWasSold() {
        SoldSale sale = sold(cart(line(1, "A", 2000)), BOOK);

        assertThatThrownBy(() -> Refunds.lines(sale, Map.of(1, units(3))))
                .hasMessage("3.000 come back, and 2.000 are left of what was sold");
        assertThatThrownBy(() -> Refunds.lines(sale, Map.of(7, units(1))))
                .hasMessage("lines come back that were not sold: [7]");
        assertThatThrownBy(() -> new SoldLine(units(1), sold(sale).unitPrice(), paid(sale), units(2)))
                .hasMessage("2.000 of 1.000 cannot have come back");
        assertThatThrownBy(() -> new SoldLine(units(-1), sold(sale).unitPrice(), paid(sale), units(0)))
                .hasMessage("a sale of -1.000 cannot come back");
        SoldLine sold = new SoldLine(units(1), sold(sale).unitPrice(), paid(sale), units(0));
        assertThatThrownBy(() -> line(1, "A", 1000).asSold(sold))
                .hasMessage("line 1 is no return, and cannot have been sold before");
    }

    @Test
    void aGiftCardsPartGoesBackToGiftCardsAndCashComesLast() {
        List<Paid> tenders = List.of(
                new Paid("cash", Kind.CASH, eur("10.00"), eur("0")),
                new Paid("card", Kind.OTHER, eur("20.00"), eur("15.00")),
                new Paid("gift", Kind.GIFT_CARD, eur("5.00"), eur("0")));

        assertThat(TenderRefunds.spread(tenders, eur("12.00"), CashRounding.NONE))
                .containsExactly(
                        new Refunded("gift", eur("5.00"), eur("5.00")),
                        new Refunded("card", eur("5.00"), eur("5.00")),
                        new Refunded("cash", eur("2.00"), eur("2.00")));
        assertThatThrownBy(() -> TenderRefunds.spread(tenders, eur("20.01"), CashRounding.NONE))
                .hasMessage("a refund of EUR 20.01 is EUR 0.01 more than is left of what was paid");
        assertThatThrownBy(() -> TenderRefunds.spread(tenders, eur("-1"), CashRounding.NONE))
                .hasMessage("a refund of EUR -1.00 is negative");
    }

    @Test
    void cashThatWasRoundedComesBackAsItWasTaken() {
        CashRounding swiss = CashRounding.of("CH");
        Money handedOut = eur("0");
        Money refunded = eur("0");
        List<Money> steps = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Refunded step = TenderRefunds.spread(
                            List.of(new Paid("cash", Kind.CASH, eur("1.98"), refunded)), eur("0.66"), swiss)
                    .get(0);
            steps.add(step.handedOut());
            handedOut = handedOut.plus(step.handedOut());
            refunded = refunded.plus(step.amount());
        }

        assertThat(steps).containsExactly(eur("0.65"), eur("0.65"), eur("0.70"));
        assertThat(handedOut).isEqualTo(swiss.due(eur("1.98"))).isEqualTo(eur("2.00"));
    }

    @Test
    void pointsGoBackWithTheMoneyTheyCameWith() {
        Points onePerTen = new Points(1000, 1);
        Money paid = eur("105.00");

        assertThat(onePerTen.earned(paid)).isEqualTo(10);
        assertThat(onePerTen.takenBack(paid, eur("0"), eur("5.00"))).isZero();
        assertThat(onePerTen.takenBack(paid, eur("5.00"), eur("0.01"))).isEqualTo(1);
        assertThat(onePerTen.takenBack(paid, eur("5.01"), eur("99.99"))).isEqualTo(9);
        assertThat(Points.givenBack(100, paid, eur("0"), eur("35.00"))).isEqualTo(33);
        assertThat(Points.givenBack(100, paid, eur("35.00"), eur("35.00"))).isEqualTo(34);
        assertThat(Points.givenBack(100, paid, eur("70.00"), eur("35.00"))).isEqualTo(33);
    }

    @Test
    void halfAKiloComesBackToo() throws NotReturnableException {
        PriceBook book = TestBook.inPrice()
                .item("ham", "18.90", "S", PriceBook.Traits.of("deli", true))
                .book();
        SoldSale sale = sold(cart(line(1, "ham", 1000).withLabelTotal(eur("4.57"))), book);
        SoldLine worth = Refunds.lines(sale, Map.of(1, new Quantity(121))).get(1);

        assertThat(worth.worthOf(new Quantity(121)).gross()).isEqualTo(eur("2.29"));
    }

    private static SoldLine sold(SoldSale sale) {
        return requireNonNull(sale.lines().get(1));
    }

    private static LineAmounts paid(SoldSale sale) {
        return sold(sale).paid();
    }

    static SoldSale sold(Cart cart, PriceBook book) {
        return SoldSale.of(cart, book, price(cart, book));
    }
}
