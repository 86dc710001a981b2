package org.tillwright.wire.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tillwright.core.pricing.TestBook.cart;
import static org.tillwright.core.pricing.TestBook.line;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.pricing.TaxTable;
import org.tillwright.core.pricing.TestBook;
import org.tillwright.core.returns.Refunds;
import org.tillwright.core.returns.SoldSale;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.wire.SaleMessage;

/** What a sale tells of its taxes is what is read back from it. */
class PricedSaleTest {

    private static final LocalDateTime AT = LocalDateTime.parse("2026-07-01T10:00");
    private static final PriceBook LAST_YEAR =
            TestBook.inPrice().rate("S", "19").item("lamp", "119.00").book();
    private static final PriceBook THIS_YEAR =
            TestBook.inPrice().rate("S", "16").item("lamp", "116.00").book();

    @Test
    void anExchangeAcrossAChangeOfRateTellsBothRates() throws Exception {
        SaleMessage exchange = exchange();

        assertThat(exchange.faults()).isEmpty();
        assertThat(exchange.taxLines())
                .containsExactlyInAnyOrder(
                        new SaleMessage.TaxLine("S", 190_000L, -10_000L, -1_900L, -11_900L),
                        new SaleMessage.TaxLine("S@160000", 160_000L, 10_000L, 1_600L, 11_600L));
    }

    @Test
    void eachOfTwoRatesIsReadBackAsTheSameTax() throws Exception {
        SaleMessage exchange = exchange();

        assertThat(exchange.lines().stream().map(line -> SoldLines.amountsOf(exchange, line, THIS_YEAR.taxPolicy())
                        .taxes()
                        .get(0)
                        .tax()))
                .containsExactly(
                        Tax.percent("S", Rate.percent("19"), true), Tax.percent("S", Rate.percent("16"), true));
    }

    @Test
    void twoRatesAmongSeveralTaxesAreToldOneByOne() throws Exception {
        Tax can = new Tax("CAN", Tax.Kind.FIXED, 100_000, true, false, true, "CAN");
        PriceBook cans = TestBook.inPrice()
                .taxes("S", new TaxTable.Taxes(List.of(Tax.percent("S", Rate.percent("16"), true), can), Map.of()))
                .item("lamp", "116.00")
                .book();
        SaleMessage exchange = exchange(cans);

        assertThat(exchange.faults()).isEmpty();
        assertThat(exchange.taxes())
                .extracting(SaleMessage.TaxSum::taxId, SaleMessage.TaxSum::value, tax -> TaxNames.idOf(exchange, tax))
                .containsExactly(
                        tuple("CAN", 100_000L, "CAN"), tuple("S", 190_000L, "S"), tuple("S@160000", 160_000L, "S"));
    }

    @Test
    void aTaxThatIsInThePriceInAStoreWithTaxOnTopIsReadBackSo() throws Exception {
        Tax held = Tax.percent("HELD", Rate.percent("25"), true);
        PriceBook book = TestBook.onTop(TaxPolicy.Level.PER_LINE)
                .taxes("H", TaxTable.Taxes.always(held))
                .item("book", "10.00", "H")
                .item("lamp", "8.00")
                .book();
        Cart both = cart(line(1, "book", 1_000), line(2, "lamp", 1_000));
        PricedCart priced = TestBook.price(both, book);
        SaleMessage sale = message(both, priced, Map.of());

        assertThat(sale.taxes()).isNull();
        for (int i = 0; i < 2; i++) {
            assertThat(SoldLines.amountsOf(sale, sale.lines().get(i), book.taxPolicy()))
                    .isEqualTo(priced.lines().get(i).amounts());
        }
    }

    @Test
    void whatCameBackTooMuchIsAllOfTheLine() throws Exception {
        Cart cart = cart(line(1, "lamp", 1_000));
        SaleMessage original = message(cart, TestBook.price(cart, LAST_YEAR), Map.of());
        SaleMessage back = back(original);

        SoldSale sold = SaleReturns.soldSale(original, AT, LAST_YEAR, List.of(back, back));

        assertThat(sold.lines().get(1).left()).isEqualTo(new Quantity(0));
        assertThat(sold.refunded().gross().minor()).isEqualTo(2 * 11_900);
    }

    private static SaleMessage back(SaleMessage original) throws Exception {
        SoldLine sold = Refunds.lines(
                        SaleReturns.soldSale(original, AT, LAST_YEAR, List.of()), Map.of(1, new Quantity(1_000)))
                .get(1);
        Cart cart = cart(line(1, "lamp", -1_000).asSold(sold));
        return message(
                cart,
                TestBook.price(cart, LAST_YEAR),
                Map.of(1, new SaleMessage.ReturnedLine(original.transactionId(), 1L)));
    }

    private static SaleMessage exchange() throws Exception {
        return exchange(THIS_YEAR);
    }

    /** A lamp of last year comes back, and one of this year is taken. */
    private static SaleMessage exchange(PriceBook now) throws Exception {
        Cart old = cart(line(1, "lamp", 1_000));
        SaleMessage original = message(old, TestBook.price(old, LAST_YEAR), Map.of());
        SoldSale sale = SaleReturns.soldSale(original, AT, LAST_YEAR, List.of());
        SoldLine sold = Refunds.lines(sale, Map.of(1, new Quantity(1_000))).get(1);
        Cart cart = cart(line(1, "lamp", -1_000).asSold(sold), line(2, "lamp", 1_000));
        return message(
                cart, TestBook.price(cart, now), Map.of(1, new SaleMessage.ReturnedLine(original.transactionId(), 1L)));
    }

    private static SaleMessage message(Cart cart, PricedCart priced, Map<Integer, SaleMessage.ReturnedLine> returned) {
        return ToldSale.of(cart, priced)
                .on(
                        LocalDate.parse("2026-07-01"),
                        Instant.parse("2026-07-01T09:30:00Z"),
                        Instant.parse("2026-07-01T09:31:00Z"))
                .returning(returned)
                .message();
    }
}
