package org.tillwright.system.reference;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.pricing.Cart;

/**
 * A line and what is left of its parts.
 *
 * @param isExact true where nothing is rounded before the tax
 */
record Priced(Cart.Line line, List<Part> parts, boolean isExact) {

    boolean isReturn() {
        return line.kind() == Cart.Kind.RETURN;
    }

    long left() {
        long left = 0;
        for (Part part : parts) {
            left += part.left;
        }
        return left;
    }

    /** Takes whole minor units off, spread over the parts. */
    void takeAmount(long amount) {
        take(amount, true);
    }

    /** Takes a percentage off, which is {@code amount} as it is shown. */
    void takePercent(long ppm, long amount) {
        if (isExact) {
            parts.forEach(part -> part.exact = part.exact.times(Ratio.of(1_000_000 - ppm, 1_000_000)));
        }
        take(amount, false);
    }

    private void take(long amount, boolean alsoExactly) {
        List<Ratio> weights = new ArrayList<>();
        parts.forEach(part -> weights.add(Ratio.of(part.left)));
        List<Long> shares = amount == 0 ? List.of() : Shares.spread(amount, weights);
        for (int i = 0; i < shares.size(); i++) {
            Part part = parts.get(i);
            part.left -= shares.get(i);
            if (alsoExactly) {
                part.exact = part.exact.minus(Ratio.of(shares.get(i)));
            }
        }
        if (!isExact) {
            parts.forEach(part -> part.exact = Ratio.of(part.left));
        }
    }
}
