package org.tillwright.system.jmh;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.tax.TaxCalculator;
import org.tillwright.core.tax.Taxable;
import org.tillwright.core.tax.Taxed;

/** What the event thread of a register waits for at each scan of the fiftieth line. */
@State(Scope.Thread)
public class PricingBenchmark {

    private final Cart cart = BenchCarts.cart();
    private final PriceBook book = BenchCarts.book(BenchCarts.PROMOTIONS);
    private final PriceBook withoutPromotions = BenchCarts.book(0);
    private final List<Taxable> taxables = BenchCarts.taxables();
    private final TaxCalculator calculator = TaxCalculator.of(BenchCarts.currency(), BenchCarts.perLine());

    @Benchmark
    public PricedCart fiftyLinesWith200PromotionsOfWhichTenTouch() throws PricingEngine.UnpricedItemException {
        return PricingEngine.price(cart, book);
    }

    @Benchmark
    public PricedCart fiftyLinesWithoutPromotions() throws PricingEngine.UnpricedItemException {
        return PricingEngine.price(cart, withoutPromotions);
    }

    @Benchmark
    public Taxed fiftyLinesTaxOnly() {
        return calculator.tax(taxables);
    }
}
