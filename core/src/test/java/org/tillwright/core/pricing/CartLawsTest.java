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

    /** A deposit has a higher number than the goods after it, and records tell lines by their numbers. */
    @Property(tries = 1000)
    void noServerDisputesACentBecauseOfTheOrderOfLines(@ForAll long seed) {
        Case random = RandomCarts.any(seed);
        List<Cart.Line> lines = new ArrayList<>(random.cart().lines());
        Collections.shuffle(lines, new Random(seed));
        Cart shuffled = new Cart(random.cart().context(), lines, random.cart().discounts());

        assertThat(TestBook.price(shuffled, random.book())).isEqualTo(random.priced());
    }

    @Property(tries = 1000)
    void noReceiptContradictsALabel(@ForAll long seed) {
        Random random = new Random(seed);
        PriceBook book = TestBook.of(new TaxPolicy(
                        TaxPolicy.Placement.ON_TOP,
                        TaxPolicy.Level.PER_TOTAL,
                        RandomCarts.SYMMETRIC.get(random.nextInt(RandomCarts.SYMMETRIC.size()))))
                .item("ham", "18.90", "S", PriceBook.Traits.of(null, true))
                .item("nail", "0.0125")
                .book();
        List<Cart.Line> lines = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            Money label = new Money(TestBook.EUR, random.nextInt(12));
            lines.add(
                    i % 3 == 0
                            ? TestBook.line(i, "nail", 1000L * (1 + random.nextInt(5)))
                            : TestBook.line(i, "ham", 1000)
                                    .withLabelTotal(label)
                                    .withDiscounts(random.nextBoolean() ? List.of() : discounts(random, "L" + i)));
        }
        Cart cart = new Cart(lines).withDiscounts(discounts(random, "S"));

        for (PricedCart.Line line : TestBook.price(cart, book).lines()) {
            Money label = line.wanted().labelTotal();
            assertThat(line.list()).isEqualTo(label == null ? line.list() : label);
            line.discounts()
                    .forEach(discount -> assertThat(discount.amount().minor()).isPositive());
        }
    }

    private static List<ManualDiscount> discounts(Random random, String id) {
        return List.of(
                TestBook.percent(id + 1, Integer.toString(random.nextInt(30))),
                TestBook.percent(id + 2, Integer.toString(random.nextInt(101))),
                TestBook.amount(id + 3, random.nextInt(4) == 0 ? "0.01" : "0.00"));
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
