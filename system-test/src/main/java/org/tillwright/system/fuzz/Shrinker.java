package org.tillwright.system.fuzz;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes what fails as small as it can be while it still fails, so that a person can work it out on paper. */
final class Shrinker<T> {

    /** Tries, not steps: each costs one pricing and its checks, a few milliseconds where the reference has much to try. */
    private static final int MOST_TRIES = 2_000;

    private final Function<T, List<T>> simpler;
    private final Predicate<T> fails;
    private int tries;

    /**
     * @param simpler all that is one step simpler, the boldest steps first; must come to an end
     * @param fails true if it fails in the same way as the first
     */
    Shrinker(Function<T, List<T>> simpler, Predicate<T> fails) {
        this.simpler = simpler;
        this.fails = fails;
    }

    T shrink(T failing) {
        T smallest = failing;
        T found = step(smallest);
        while (found != smallest) {
            smallest = found;
            found = step(smallest);
        }
        return smallest;
    }

    int tries() {
        return tries;
    }

    private T step(T from) {
        for (T candidate : simpler.apply(from)) {
            if (tries >= MOST_TRIES) {
                return from;
            }
            tries++;
            if (fails.test(candidate)) {
                return candidate;
            }
        }
        return from;
    }
}
