package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;

/**
 * What the customer wants, before prices. Immutable: each change gives a new cart.
 *
 * @param lines in the order of their numbers, whatever order they are given in: wherever an odd cent goes to the first of
 *     equals, that is the smallest number, on the register, on the server and in a record alike. No two have one number.
 * @param discounts what an operator takes off the whole sale, in the order in which it counts
 */
public record Cart(SaleContext context, List<Line> lines, List<ManualDiscount> discounts) {

    public static final Cart EMPTY = new Cart(List.of());

    public Cart {
        requireNonNull(context, "context");
        lines = inOrder(lines);
        discounts = List.copyOf(discounts);
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).number() == lines.get(i).number()) {
                throw new IllegalArgumentException("line " + lines.get(i).number() + " is there twice");
            }
        }
        for (Line line : lines) {
            if (line.follows() != null && find(lines, line.follows()).isEmpty()) {
                throw new IllegalArgumentException(
                        "line " + line.number() + " follows line " + line.follows() + ", which is not there");
            }
        }
    }

    /** Goods alone: a sale of which nothing else is known. */
    public Cart(List<Line> lines) {
        this(SaleContext.UNKNOWN, lines, List.of());
    }

    private static List<Line> inOrder(List<Line> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).number() > lines.get(i).number()) {
                return lines.stream()
                        .sorted(Comparator.comparingInt(Line::number))
                        .toList();
            }
        }
        return List.copyOf(lines);
    }

    /** Returns this cart with one more line, or with the line of the same number replaced. */
    public Cart with(Line line) {
        List<Line> changed = new ArrayList<>(lines);
        changed.removeIf(old -> old.number() == line.number());
        changed.add(line);
        return new Cart(context, changed, discounts);
    }

    /** Returns this cart without a line, and without the deposits that follow it. */
    public Cart without(int number) {
        Set<Integer> gone = new HashSet<>(Set.of(number));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Line line : lines) {
                grown |= line.follows() != null && gone.contains(line.follows()) && gone.add(line.number());
            }
        }
        return new Cart(
                context,
                lines.stream().filter(line -> !gone.contains(line.number())).toList(),
                discounts);
    }

    public Cart withContext(SaleContext changed) {
        return new Cart(changed, lines, discounts);
    }

    public Cart withDiscounts(List<ManualDiscount> changed) {
        return new Cart(context, lines, changed);
    }

    public Optional<Line> find(int number) {
        return find(lines, number);
    }

    private static Optional<Line> find(List<Line> lines, int number) {
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
     * @param modifiers how the customer wants it
     * @param discounts what an operator takes off this line, in the order in which it counts
     * @param serviceMode where it is eaten, or null where that makes no difference
     * @param labelTotal what the label on the goods says that all of them cost, never negative; null where no label does.
     *     The line comes to exactly this, and goods that are measured have the quantity that follows from it.
     * @param follows number of the line whose deposit this is, or null
     * @param sold for goods brought back with their receipt: how they were sold; null for goods without one
     */
    public record Line(
            int number,
            String itemId,
            Kind kind,
            Quantity quantity,
            @Nullable PriceOverride override,
            List<ModifierGroup.Choice> modifiers,
            List<ManualDiscount> discounts,
            @Nullable ServiceMode serviceMode,
            @Nullable Money labelTotal,
            @Nullable Integer follows,
            @Nullable SoldLine sold) {

        public Line {
            modifiers = List.copyOf(modifiers);
            discounts = List.copyOf(discounts);
            require(!quantity.isZero(), number, "has a quantity of zero");
            if (kind == Kind.SALE) {
                require(!quantity.isNegative(), number, "has a negative quantity, and is no return");
            } else {
                require(quantity.isNegative(), number, "is a return, and its quantity is not negative");
            }
            if (labelTotal != null) {
                require(!labelTotal.isNegative(), number, "has a label of a negative amount");
                require(override == null, number, "has both a label and a price by hand");
                require(modifiers.isEmpty(), number, "has both a label and modifiers");
            }
            if (follows != null) {
                require(follows != number, number, "follows itself");
            }
            if (sold != null) {
                require(kind == Kind.RETURN, number, "is no return, and cannot have been sold before");
                require(
                        override == null && labelTotal == null && discounts.isEmpty() && modifiers.isEmpty(),
                        number,
                        "is given back as it was sold, and cannot be priced again");
            }
        }

        /** An item without extras. */
        public Line(int number, String itemId, Kind kind, Quantity quantity, @Nullable PriceOverride override) {
            this(number, itemId, kind, quantity, override, List.of(), List.of(), null, null, null, null);
        }

        public Line withQuantity(Quantity changed) {
            return with(copy -> copy.quantity = changed);
        }

        public Line withOverride(PriceOverride changed) {
            return with(copy -> copy.override = changed);
        }

        public Line withModifiers(List<ModifierGroup.Choice> changed) {
            return with(copy -> copy.modifiers = changed);
        }

        public Line withDiscounts(List<ManualDiscount> changed) {
            return with(copy -> copy.discounts = changed);
        }

        public Line withServiceMode(ServiceMode changed) {
            return with(copy -> copy.serviceMode = changed);
        }

        public Line withLabelTotal(Money changed) {
            return with(copy -> copy.labelTotal = changed);
        }

        public Line following(int line) {
            return with(copy -> copy.follows = line);
        }

        public Line asSold(SoldLine before) {
            return with(copy -> copy.sold = before);
        }

        private Line with(Consumer<Copy> change) {
            Copy copy = new Copy(this);
            change.accept(copy);
            return copy.line();
        }

        private static void require(boolean holds, int number, String sentence) {
            if (!holds) {
                throw new IllegalArgumentException("line " + number + " " + sentence);
            }
        }
    }

    /** A line on its way to another one in which a member differs. */
    private static final class Copy {

        private final Line from;
        private Quantity quantity;
        private @Nullable PriceOverride override;
        private List<ModifierGroup.Choice> modifiers;
        private List<ManualDiscount> discounts;
        private @Nullable ServiceMode serviceMode;
        private @Nullable Money labelTotal;
        private @Nullable Integer follows;
        private @Nullable SoldLine sold;

        Copy(Line from) {
            this.from = from;
            this.quantity = from.quantity;
            this.override = from.override;
            this.modifiers = from.modifiers;
            this.discounts = from.discounts;
            this.serviceMode = from.serviceMode;
            this.labelTotal = from.labelTotal;
            this.follows = from.follows;
            this.sold = from.sold;
        }

        Line line() {
            return new Line(
                    from.number,
                    from.itemId,
                    from.kind,
                    quantity,
                    override,
                    modifiers,
                    discounts,
                    serviceMode,
                    labelTotal,
                    follows,
                    sold);
        }
    }

    /** Which way the goods go. */
    public enum Kind {
        SALE,
        RETURN
    }
}
