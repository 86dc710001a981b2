package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.RandomCarts.Case;
import org.tillwright.core.tax.TaxPolicy;

/** What holds for every cart with extras. */
class CartLawsTest {

    @Property(tries = 2000)
    void sumsHold(@ForAll long seed) {
        Case random = RandomCarts.any(seed);
        PricedCart priced = random.priced();

        Money extended = Money.zero(TestBook.EUR);
        for (PricedCart.Line line : priced.lines()) {
            Money left = line.list();
            for (Discount discount : line.discounts()) {
                left = left.minus(discount.amount());
                assertThat(discount.amount().isNegative())
                        .isEqualTo(line.wanted().kind() == Cart.Kind.RETURN);
            }
            assertThat(line.extended()).isEqualTo(left);
            assertThat(line.net().plus(line.tax())).isEqualTo(line.gross());
            extended = extended.plus(left);
            Money label = line.wanted().labelTotal();
            if (label != null) {
                assertThat(line.list().minor()).isIn(label.minor(), -label.minor());
            }
        }
        boolean exempt = random.cart().context().taxExempt();
        boolean stripped = exempt && random.book().taxPolicy().exemption() == TaxPolicy.Exemption.STRIP_TAX;
        assertThat(extended).isEqualTo(random.isInPrice() && !stripped ? priced.total() : priced.net());
    }

    @Property(tries = 1000)
    void aDiscountOnTheSaleIsSpreadWhole(@ForAll long seed) {
        Case random = RandomCarts.sale(seed);
        Cart plain = random.cart().withDiscounts(List.of());
        Cart cart = plain.withDiscounts(List.of(TestBook.amount("X", "3.21")));
        Money before = extendedOf(TestBook.price(plain, random.book()), random.book());

        Money taken = Money.zero(TestBook.EUR);
        for (PricedCart.Line line : TestBook.price(cart, random.book()).lines()) {
            for (Discount discount : line.discounts()) {
                taken = discount.id().equals("X") ? taken.plus(discount.amount()) : taken;
            }
        }

        if (random.isExact() && before.minor() < 400) {
            return; // it takes all lines as they are rounded each, and the net is their sum, rounded once
        }
        assertThat(taken.minor()).isEqualTo(Math.min(321, before.minor()));
    }

    @Property(tries = 1000)
    void anotherAmountOffTheSaleNeverRaisesTheTotal(@ForAll long seed) {
        Case random = RandomCarts.sale(seed);
        List<ManualDiscount> more = new ArrayList<>(random.cart().discounts());
        more.add(TestBook.amount("X", "1.00"));

        PricedCart lower = TestBook.price(random.cart().withDiscounts(more), random.book());

        assertThat(lower.total().minor())
                .isLessThanOrEqualTo(random.priced().total().minor());
    }

    @Property(tries = 1000)
    void anotherPercentageOffALineNeverRaisesWhatIsShown(@ForAll long seed) {
        Case random = RandomCarts.sale(seed);
        if (random.isExact() || random.cart().context().taxExempt()) {
            return; // a net that is rounded once for all lines can go up by a cent where a line went down by less
        }
        Cart cart = random.cart().withDiscounts(List.of());
        Cart.Line first = cart.lines().get(0);
        List<ManualDiscount> more = new ArrayList<>(first.discounts());
        more.add(ManualDiscount.percent("X", new Rate(100_000), "KIND", "op"));

        PricedCart lower = TestBook.price(cart.with(first.withDiscounts(more)), random.book());

        assertThat(shown(lower)).isLessThanOrEqualTo(shown(TestBook.price(cart, random.book())));
    }

    @Property(tries = 1000)
    void theOrderOfLinesDoesNotChangeTheTotal(@ForAll long seed) {
        Case random = RandomCarts.any(seed);
        List<Cart.Line> lines = new ArrayList<>(random.cart().lines());
        Collections.shuffle(lines, new Random(seed));
        Cart plain = random.cart().withDiscounts(List.of());

        PricedCart shuffled = TestBook.price(new Cart(plain.context(), lines, List.of()), random.book());

        assertThat(shuffled.total())
                .isEqualTo(TestBook.price(plain, random.book()).total());
    }

    @Property(tries = 500)
    void theSameCartGivesTheSameCents(@ForAll long seed) {
        assertThat(RandomCarts.any(seed).priced())
                .isEqualTo(RandomCarts.any(seed).priced());
    }

    private static long shown(PricedCart priced) {
        return priced.lines().stream()
                .mapToLong(line -> line.extended().minor())
                .sum();
    }

    /** What discounts may still take: all but deposits. */
    private static Money extendedOf(PricedCart priced, PriceBook book) {
        Money sum = Money.zero(TestBook.EUR);
        for (PricedCart.Line line : priced.lines()) {
            if (!book.entries().get(line.wanted().itemId()).traits().deposit()) {
                for (Discount discount : line.discounts()) {
                    sum = discount.source() == Discount.Source.EXEMPTION ? sum.plus(discount.amount()) : sum;
                }
                sum = sum.plus(line.extended());
            }
        }
        return sum;
    }
}
