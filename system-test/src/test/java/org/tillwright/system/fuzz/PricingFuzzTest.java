package org.tillwright.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.system.thrown.PricingCase;
import org.tillwright.system.thrown.RandomCarts;

/** A short form of the command; and engines that are wrong on purpose, which it must find. */
class PricingFuzzTest {

    private static final long SEED = 20_260_313;

    /** No dearer than a second or so; the command does a million. */
    private static final long CARTS = 4_000;

    @Test
    void sumsSpreadsAndReturnsHoldForRandomCarts() throws Exception {
        FuzzRun.Outcome<PricingCase> outcome = run(PricingEngine::price, CARTS);

        assertThat(outcome.found())
                .as(() -> "seed " + SEED + ": " + outcome.found())
                .isNull();
        assertThat(outcome.met().of("receipts of returns")).isGreaterThan(CARTS);
        assertThat(outcome.met().of("carts worked out by the reference, PER_LINE"))
                .isGreaterThan(CARTS / 3);
        assertThat(outcome.met().of("carts worked out by the reference, PER_TOTAL"))
                .isGreaterThan(CARTS / 3);
    }

    /** Of every engine that is off by a cent somewhere, the smallest cart that shows it is a line or two. */
    @Test
    void aCentOfTaxTooMuchOnTheSecondOfThreePiecesIsFoundAndShrunk() throws Exception {
        Engine wrong = (cart, book) -> {
            PricedCart priced = PricingEngine.price(cart, book);
            return cart.lines().stream().anyMatch(PricingFuzzTest::isThreePieces) ? withACentMoved(priced) : priced;
        };

        FuzzRun.Found<PricingCase> found = run(wrong, CARTS).found();

        assertThat(found).isNotNull();
        assertThat(found.violation().law()).isEqualTo("discounts and taxes are the reference's");
        assertThat(found.shrunk().cart().lines()).hasSize(1);
        assertThat(found.shrunk().cart().lines().get(0).quantity().milli()).isEqualTo(3000);
        assertThat(found.shrunk().cart().discounts()).isEmpty();
        assertThat(found.shrunk().book().rules().promotions().promotions()).isEmpty();
    }

    @Test
    void anEngineThatBreaksOffIsACounterExampleToo() throws Exception {
        Engine wrong = (cart, book) -> {
            if (cart.lines().size() > 4) {
                throw new ArithmeticException("too many lines");
            }
            return PricingEngine.price(cart, book);
        };

        FuzzRun.Found<PricingCase> found = run(wrong, CARTS).found();

        assertThat(found).isNotNull();
        assertThat(found.violation().told()).startsWith("too many lines");
        assertThat(found.shrunk().cart().lines()).hasSize(5);
    }

    private static FuzzRun.Outcome<PricingCase> run(Engine engine, long carts) throws InterruptedException {
        PricingLaws laws = new PricingLaws(engine, new ReferenceLaws(0), List.of());
        return new FuzzRun<>(RandomCarts::thrown, laws, Simpler::than, SEED, 0, carts).on(2, done -> {});
    }

    private static boolean isThreePieces(Cart.Line line) {
        return line.kind() == Cart.Kind.SALE && line.quantity().milli() == 3000;
    }

    /** Moves a minor unit from the net of the first line with a tax to that tax: every sum still holds. */
    private static PricedCart withACentMoved(PricedCart priced) {
        List<PricedCart.Line> lines = new ArrayList<>(priced.lines());
        for (int i = 0; i < lines.size(); i++) {
            PricedCart.Line line = lines.get(i);
            if (isThreePieces(line.wanted()) && line.taxes().size() == 1) {
                Money cent = new Money(priced.net().currency(), 1);
                LineAmounts was = line.amounts();
                TaxLine tax = was.taxes().get(0);
                TaxLine more = new TaxLine(tax.tax(), tax.base(), tax.amount().plus(cent));
                lines.set(
                        i,
                        new PricedCart.Line(
                                line.wanted(),
                                line.quantity(),
                                line.regularUnitPrice(),
                                line.unitPrice(),
                                new LineAmounts(
                                        was.list(), was.discounts(), was.net().minus(cent), List.of(more)),
                                line.modifiers()));
                List<TaxLine> taxLines = priced.taxLines().stream()
                        .map(sum -> sum.tax().equals(tax.tax())
                                ? new TaxLine(
                                        sum.tax(), sum.base(), sum.amount().plus(cent))
                                : sum)
                        .toList();
                return new PricedCart(
                        lines,
                        taxLines,
                        priced.promotions(),
                        priced.coupons(),
                        priced.net().minus(cent),
                        priced.tax().plus(cent),
                        priced.total());
            }
        }
        return priced;
    }
}
