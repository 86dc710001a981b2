package org.tillwright.core.pricing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.UnitPrice;

/** Says what of a cart a price book cannot price, one sentence each; for those who take carts in. */
public final class CartCheck {

    private CartCheck() {}

    /** Returns everything that keeps {@code cart} from being priced; empty for a sound one. */
    public static List<String> faultsOf(Cart cart, PriceBook book) {
        List<String> faults = new ArrayList<>();
        cart.discounts().forEach(discount -> currency(discount.amount(), book, "the sale", faults));
        names(cart.discounts(), "the sale", faults);
        for (Cart.Line line : cart.lines()) {
            String name = "line " + line.number();
            line.discounts().forEach(discount -> currency(discount.amount(), book, name, faults));
            names(line.discounts(), name, faults);
            currency(line.labelTotal(), book, name, faults);
            PriceOverride override = line.override();
            price(override == null ? null : override.unitPrice(), book, name, faults);
            if (line.sold() != null) {
                currency(line.sold().paid().net(), book, name, faults);
                continue;
            }
            PriceBook.Entry entry = book.entries().get(line.itemId());
            if (entry == null) {
                faults.add(name + ": no price for item " + line.itemId());
            } else {
                faults.addAll(modifierFaults(line, entry, book));
                if (entry.traits().deposit() && !line.discounts().isEmpty()) {
                    faults.add(name + ": nothing is taken off the deposit " + line.itemId());
                }
            }
        }
        return faults;
    }

    static void requireModifiers(Cart.Line line, PriceBook.Entry entry, PriceBook book) {
        List<String> faults = modifierFaults(line, entry, book);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.get(0));
        }
    }

    static ModifierGroup.Modifier modifier(ModifierGroup.Choice choice, PriceBook book) {
        ModifierGroup group = book.rules().modifierGroups().get(choice.groupId());
        ModifierGroup.Modifier modifier = group == null ? null : group.find(choice.modifierId());
        if (modifier == null) {
            throw new IllegalArgumentException("no modifier " + choice.modifierId() + " in group " + choice.groupId());
        }
        return modifier;
    }

    private static List<String> modifierFaults(Cart.Line line, PriceBook.Entry entry, PriceBook book) {
        List<String> faults = new ArrayList<>();
        String name = "line " + line.number();
        for (ModifierGroup.Choice choice : line.modifiers()) {
            ModifierGroup group = book.rules().modifierGroups().get(choice.groupId());
            if (!entry.traits().modifierGroupIds().contains(choice.groupId()) || group == null) {
                faults.add(name + ": item " + line.itemId() + " has no modifier group " + choice.groupId());
            } else if (group.find(choice.modifierId()) == null) {
                faults.add(name + ": no modifier " + choice.modifierId() + " in group " + choice.groupId());
            }
        }
        if (line.labelTotal() != null) {
            return faults; // the label says what these goods cost, however they were had
        }
        for (String groupId : entry.traits().modifierGroupIds()) {
            ModifierGroup group = book.rules().modifierGroups().get(groupId);
            if (group != null) {
                long picked = picked(line, groupId);
                if (picked < group.minimum() || picked > group.maximum()) {
                    faults.add(name + ": group " + groupId + " asks for " + group.minimum() + " to " + group.maximum()
                            + " choices, and has " + picked);
                }
            }
        }
        return faults;
    }

    private static long picked(Cart.Line line, String groupId) {
        long picked = 0;
        for (ModifierGroup.Choice choice : line.modifiers()) {
            picked += choice.groupId().equals(groupId) ? choice.count() : 0;
        }
        return picked;
    }

    /** A return tells amounts from percentages by their names, so one place has each name once. */
    private static void names(List<ManualDiscount> discounts, String name, List<String> faults) {
        Set<String> ids = new HashSet<>();
        for (ManualDiscount discount : discounts) {
            if (!ids.add(discount.discountId())) {
                faults.add(name + " has two discounts with id " + discount.discountId());
            }
        }
    }

    private static void currency(@Nullable Money amount, PriceBook book, String name, List<String> faults) {
        if (amount != null && !amount.currency().equals(book.currency())) {
            faults.add("mixed currencies: " + name + " has " + amount + " in a sale of "
                    + book.currency().code());
        }
    }

    private static void price(@Nullable UnitPrice price, PriceBook book, String name, List<String> faults) {
        if (price != null && !price.currency().equals(book.currency())) {
            faults.add("mixed currencies: " + name + " costs " + price + " in a sale of "
                    + book.currency().code());
        }
    }
}
