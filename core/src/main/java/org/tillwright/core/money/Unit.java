package org.tillwright.core.money;

import org.jspecify.annotations.Nullable;

/** What an item is counted in. Only pieces are always whole. */
public enum Unit {
    PIECE,
    KILOGRAM,
    LITRE,
    METRE;

    /** True if a quantity of this unit may have a fraction. */
    public boolean isDivisible() {
        return this != PIECE;
    }

    /** Finds a unit by its name, or null: for checks at a border. */
    public static @Nullable Unit find(String name) {
        for (Unit unit : values()) {
            if (unit.name().equals(name)) {
                return unit;
            }
        }
        return null;
    }
}
