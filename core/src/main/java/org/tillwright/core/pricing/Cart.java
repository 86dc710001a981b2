package org.tillwright.core.pricing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;

/** What the customer wants, before prices. Immutable: each change gives a new cart. No two lines have one number. */
public record Cart(List<Line> lines) {

    public static final Cart EMPTY = new Cart(List.of());

    public Cart {
        lines = List.copyOf(lines);
        Set<Integer> numbers = new HashSet<>();
        for (Line line : lines) {
            if (!numbers.add(line.number())) {
                throw new IllegalArgumentException("line " + line.number() + " is there twice");
            }
        }
    }

    /** Returns this cart with one more line at the end, or with the line of the same number replaced. */
    public Cart with(Line line) {
        List<Line> changed = new ArrayList<>(lines);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).number() == line.number()) {
                changed.set(i, line);
                return new Cart(changed);
            }
        }
        changed.add(line);
        return new Cart(changed);
    }

    public Cart without(int number) {
        return new Cart(lines.stream().filter(line -> line.number() != number).toList());
    }

    public Optional<Line> find(int number) {
        return lines.stream().filter(line -> line.number() == number).findFirst();
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * One item wanted, or one brought back.
     *
     * @param number names the line within its transaction; never given to another line again
     * @param quantity positive for a sale, negative for a return, never zero
     * @param override a price that an operator set by hand, or null for the book's price
     */
    public record Line(int number, String itemId, Kind kind, Quantity quantity, @Nullable PriceOverride override) {

        public Line {
            if (quantity.isZero() || quantity.isNegative() != (kind == Kind.RETURN)) {
                throw new IllegalArgumentException(kind + " line " + number + " of quantity " + quantity.decimal());
            }
        }

        public Line withQuantity(Quantity changed) {
            return new Line(number, itemId, kind, changed, override);
        }

        public Line withOverride(PriceOverride changed) {
            return new Line(number, itemId, kind, quantity, changed);
        }
    }

    /** Which way the goods go. */
    public enum Kind {
        SALE,
        RETURN
    }
}
