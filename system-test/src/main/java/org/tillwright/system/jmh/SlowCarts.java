package org.tillwright.system.jmh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.system.thrown.Dice;

/**
 * Looks for the cart of fifty lines that takes longest: random ones first, then the slowest of them changed line by line
 * as long as it becomes slower. What it finds is no bound, only the worst that was met.
 */
final class SlowCarts {

    private static final int ROUGH_RUNS = 15;
    private static final int EXACT_RUNS = 2_000;
    private static final int MOST_MILLI = 12_000;

    private final Dice dice;
    private final long nanos;
    private final Consumer<String> progress;
    private final PriceBook book = BenchCarts.book(BenchCarts.PROMOTIONS);
    private long carts;

    SlowCarts(long seed, int seconds, Consumer<String> progress) {
        this.dice = new Dice(seed);
        this.nanos = TimeUnit.SECONDS.toNanos(seconds);
        this.progress = progress;
    }

    /** Returns what to say of the slowest cart. */
    List<String> find() {
        progress.accept("Looking for a slow cart ...");
        long end = System.nanoTime() + nanos;
        List<Cart.Line> worst = random();
        warmUp(worst, end);
        long slowest = 0;
        while (System.nanoTime() < end) {
            List<Cart.Line> other = slowest == 0 || dice.percent(20) ? random() : changed(worst);
            long took = nanosOf(BenchCarts.with(other), ROUGH_RUNS)[0];
            if (took > slowest) {
                slowest = took;
                worst = other;
            }
        }
        Cart cart = BenchCarts.with(worst);
        long[] times = nanosOf(cart, EXACT_RUNS);
        PricedCart priced = priced(cart);
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%-62s %12.1f %12.1f %12.1f",
                        "slowest of " + carts + " carts of " + BenchCarts.LINES + " lines",
                        times[EXACT_RUNS / 2] / 1e3,
                        times[EXACT_RUNS * 99 / 100] / 1e3,
                        times[EXACT_RUNS - 1] / 1e3),
                "It has " + worst.size() + " lines with "
                        + worst.stream()
                                        .mapToLong(line -> line.quantity().milli())
                                        .sum()
                                / 1000
                        + " pieces; " + priced.promotions().applied().size() + " promotions were applied, "
                        + priced.promotions().notApplied().size() + " came near; a better combination could take off "
                        + priced.promotions().boundMinor() + " minor units more at most.");
    }

    private void warmUp(List<Cart.Line> lines, long end) {
        long until = System.nanoTime() + (end - System.nanoTime()) / 5;
        while (System.nanoTime() < until) {
            nanosOf(BenchCarts.with(lines), 1);
            nanosOf(BenchCarts.with(random()), 1);
        }
    }

    private List<Cart.Line> random() {
        // Most items that promotions are for, so that they get into each other's way; sometimes anything.
        int most = dice.percent(80) ? 110 : BenchCarts.ITEMS;
        List<Cart.Line> lines = new ArrayList<>();
        for (int i = 1; i <= BenchCarts.LINES; i++) {
            lines.add(line(i, most));
        }
        return lines;
    }

    private List<Cart.Line> changed(List<Cart.Line> lines) {
        List<Cart.Line> changed = new ArrayList<>(lines);
        for (int i = 1 + dice.below(4); i > 0; i--) {
            int index = dice.below(changed.size());
            changed.set(index, line(index + 1, 110));
        }
        return changed;
    }

    private Cart.Line line(int number, int items) {
        return BenchCarts.line(number, dice.below(items), 1000 * dice.between(1, MOST_MILLI / 1000));
    }

    /** Prices a cart so often and returns how long each took, the shortest first. */
    private long[] nanosOf(Cart cart, int runs) {
        carts++;
        long[] times = new long[runs];
        for (int i = 0; i < runs; i++) {
            long begun = System.nanoTime();
            PricedCart priced = priced(cart);
            times[i] = System.nanoTime() - begun;
            if (priced.lines().size() != cart.lines().size()) {
                throw new IllegalStateException("a line is gone");
            }
        }
        Arrays.sort(times);
        return times;
    }

    private PricedCart priced(Cart cart) {
        try {
            return PricingEngine.price(cart, book);
        } catch (PricingEngine.UnpricedItemException e) {
            throw new IllegalStateException("an item of the bench has no price", e);
        }
    }
}
