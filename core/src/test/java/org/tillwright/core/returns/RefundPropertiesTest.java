package org.tillwright.core.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.RandomCarts;
import org.tillwright.core.pricing.RandomCarts.Case;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.pricing.TestBook;
import org.tillwright.core.returns.Refunds.NotReturnableException;
import org.tillwright.core.returns.TenderRefunds.Kind;
import org.tillwright.core.returns.TenderRefunds.Paid;
import org.tillwright.core.returns.TenderRefunds.Refunded;

/** Whatever comes back, in whatever parts and order: it sums to what was paid. */
class RefundPropertiesTest {

    @Property(tries = 1500)
    void returnsSumToWhatWasPaidForEachLineTaxAndDiscount(@ForAll long seed) throws NotReturnableException {
        Case random = RandomCarts.sale(seed);
        SoldSale sale = RefundsTest.sold(random.cart(), random.book());
        Map<Integer, LineAmounts> sums = new HashMap<>();
        LineAmounts paid = sale.paid();
        Random parts = new Random(seed);

        while (hasGoodsLeft(sale)) {
            Map<Integer, Quantity> back = some(sale, parts);
            Map<Integer, SoldLine> worth = Refunds.lines(sale, back);
            PricedCart receipt = TestBook.price(returnOf(worth, back), random.book());
            for (PricedCart.Line line : receipt.lines()) {
                sums.merge(line.wanted().number(), line.amounts().negated(), LineAmounts::plus);
            }
            sale = sale.after(worth, back);
        }

        sale.lines().forEach((number, line) -> assertThat(sums.get(number)).isEqualTo(line.paid()));
        assertThat(sale.refunded().gross()).isEqualTo(paid.gross());
        assertThat(sale.refunded().tax()).isEqualTo(paid.tax());
    }

    @Property(tries = 1500)
    void eachTenderGivesBackExactlyWhatItPaid(@ForAll long seed) {
        Random random = new Random(seed);
        CashRounding rounding =
                CashRounding.of(List.of("CH", "DK", "SE", "NZ", "DE").get(random.nextInt(5)));
        List<Paid> tenders = new ArrayList<>();
        long total = 0;
        for (int i = 0; i <= random.nextInt(4); i++) {
            long paid = random.nextInt(10_000);
            total += paid;
            Kind kind = List.of(Kind.GIFT_CARD, Kind.OTHER, Kind.CASH).get(random.nextInt(3));
            tenders.add(new Paid("t" + i, kind, money(paid), money(0)));
        }
        Map<String, Money> handedOut = new HashMap<>();
        while (total > 0) {
            long part = 1L + random.nextInt((int) total);
            total -= part;
            for (Refunded refunded : TenderRefunds.spread(tenders, money(part), rounding)) {
                handedOut.merge(refunded.tenderId(), refunded.handedOut(), Money::plus);
                tenders.replaceAll(tender -> tender.tenderId().equals(refunded.tenderId())
                        ? new Paid(
                                tender.tenderId(),
                                tender.kind(),
                                tender.paid(),
                                tender.refunded().plus(refunded.amount()))
                        : tender);
            }
        }
        for (Paid tender : tenders) {
            assertThat(tender.refunded()).isEqualTo(tender.paid());
            Money taken = tender.kind() == Kind.CASH ? rounding.due(tender.paid()) : tender.paid();
            assertThat(handedOut.getOrDefault(tender.tenderId(), money(0))).isEqualTo(taken);
        }
    }

    @Property(tries = 1000)
    void pointsComeBackWhole(@ForAll long seed) {
        Random random = new Random(seed);
        Points points = new Points(1L + random.nextInt(2000), random.nextInt(5));
        Money paid = money(1L + random.nextInt(50_000));
        long redeemed = random.nextInt(1000);
        long takenBack = 0;
        long givenBack = 0;
        Money before = money(0);
        while (!before.equals(paid)) {
            Money part = money(1L + random.nextInt((int) paid.minus(before).minor()));
            takenBack += points.takenBack(paid, before, part);
            givenBack += Points.givenBack(redeemed, paid, before, part);
            before = before.plus(part);
        }
        assertThat(takenBack).isEqualTo(points.earned(paid));
        assertThat(givenBack).isEqualTo(redeemed);
    }

    static boolean hasGoodsLeft(SoldSale sale) {
        return sale.lines().values().stream().anyMatch(line -> !line.left().isZero());
    }

    /** At least one line that is not all back, and of each a random part. */
    static Map<Integer, Quantity> some(SoldSale sale, Random random) {
        Map<Integer, SoldLine> open = new LinkedHashMap<>(sale.lines());
        open.values().removeIf(line -> line.left().isZero());
        int sure = List.copyOf(open.keySet()).get(random.nextInt(open.size()));
        Map<Integer, Quantity> back = new LinkedHashMap<>();
        open.forEach((number, line) -> {
            if (number == sure || random.nextInt(3) == 0) {
                back.put(
                        number,
                        new Quantity(1L + random.nextInt((int) line.left().milli())));
            }
        });
        return back;
    }

    static Cart returnOf(Map<Integer, SoldLine> worth, Map<Integer, Quantity> back) {
        Cart cart = Cart.EMPTY;
        for (Map.Entry<Integer, SoldLine> line : worth.entrySet()) {
            int number = line.getKey();
            cart = cart.with(
                    TestBook.line(number, "x", -back.get(number).milli()).asSold(line.getValue()));
        }
        return cart;
    }

    private static Money money(long minor) {
        return new Money(TestBook.EUR, minor);
    }
}
