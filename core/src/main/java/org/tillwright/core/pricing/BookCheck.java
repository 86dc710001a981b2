package org.tillwright.core.pricing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;

/** Refuses a price book that contradicts itself, where it is made: it would give a wrong total later. */
final class BookCheck {

    private BookCheck() {}

    static void requireSound(Currency currency, Map<String, PriceBook.Entry> entries, PriceRules rules) {
        Map<String, PriceBook.Entry> withDeposits = new TreeMap<>();
        for (PriceBook.Entry entry : entries.values()) {
            requireCurrency(currency, entry.unitPrice(), "item " + entry.itemId());
            PriceBook.Traits traits = entry.traits();
            for (String groupId : traits.modifierGroupIds()) {
                require(
                        rules.modifierGroups().containsKey(groupId),
                        "item " + entry.itemId() + " names modifier group " + groupId + ", which is not there");
            }
            if (!traits.deposits().isEmpty()) {
                withDeposits.put(entry.itemId(), entry);
            }
        }
        withDeposits.values().forEach(entry -> requireDeposits(entry, entries));
        rules.modifierGroups().values().forEach(group -> group.modifiers()
                .forEach(modifier ->
                        requireCurrency(currency, modifier.unitPrice(), "modifier " + modifier.modifierId())));
        rules.priceLists().lists().forEach(list -> list.prices()
                .forEach(price -> requireCurrency(currency, price.unitPrice(), "price list " + list.priceListId())));
    }

    /** Follows the chain of deposits; one that leads back to its item would never end. */
    private static void requireDeposits(PriceBook.Entry first, Map<String, PriceBook.Entry> entries) {
        Set<String> seen = new HashSet<>();
        Deque<PriceBook.Entry> open = new ArrayDeque<>();
        open.add(first);
        while (!open.isEmpty()) {
            PriceBook.Entry entry = open.remove();
            for (Map.Entry<String, Quantity> deposit : entry.traits().deposits().entrySet()) {
                String itemId = deposit.getKey();
                require(
                        deposit.getValue().milli() > 0,
                        "deposit " + itemId + " of item " + entry.itemId() + " has no quantity");
                require(!itemId.equals(first.itemId()), "the deposits of item " + first.itemId() + " lead back to it");
                PriceBook.Entry next = entries.get(itemId);
                if (seen.add(itemId) && next != null) {
                    require(
                            next.traits().deposit(),
                            "item " + itemId + " follows item " + entry.itemId() + " and is no deposit");
                    open.add(next);
                }
            }
        }
    }

    private static void requireCurrency(Currency currency, @Nullable UnitPrice price, String what) {
        if (price != null && !price.currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "mixed currencies: " + what + " costs " + price + " in a book of " + currency.code());
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
