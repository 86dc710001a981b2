package org.tillwright.core.pricing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.UnitPrice;

/**
 * Ways to have an item, of which a customer picks some: the milk of a coffee, the toppings of a pizza.
 *
 * @param minimum how many must be picked at least; the same one twice counts as two
 * @param maximum how many may be picked at most
 */
public record ModifierGroup(String groupId, int minimum, int maximum, List<Modifier> modifiers) {

    public ModifierGroup {
        modifiers = List.copyOf(modifiers);
        if (minimum < 0 || maximum < minimum || maximum == 0) {
            throw new IllegalArgumentException(
                    "modifier group " + groupId + " asks for " + minimum + " to " + maximum + " choices");
        }
        Set<String> ids = new HashSet<>();
        for (Modifier modifier : modifiers) {
            if (!ids.add(modifier.modifierId())) {
                throw new IllegalArgumentException(
                        "modifier " + modifier.modifierId() + " is twice in group " + groupId);
            }
        }
    }

    /** Finds one of this group's modifiers, or null. */
    public @Nullable Modifier find(String modifierId) {
        for (Modifier modifier : modifiers) {
            if (modifier.modifierId().equals(modifierId)) {
                return modifier;
            }
        }
        return null;
    }

    /**
     * One way to have an item.
     *
     * @param unitPrice what it costs more for one unit of the item; zero for nothing
     * @param taxCategory its own, or null for the item's
     * @param serviceMode its own, or null for the line's
     */
    public record Modifier(
            String modifierId, UnitPrice unitPrice, @Nullable String taxCategory, @Nullable ServiceMode serviceMode) {}

    /**
     * A modifier picked for a line.
     *
     * @param count how many of it go with one unit of the item, at least 1
     */
    public record Choice(String groupId, String modifierId, int count) {

        public Choice {
            if (count < 1) {
                throw new IllegalArgumentException("modifier " + modifierId + " is picked " + count + " times");
            }
        }
    }
}
