package org.tillwright.core.pricing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;

/** Refuses a price book that contradicts itself, where it is made: it would give a wrong total later. */
final class BookCheck {

    private final Currency currency;
    private final Map<String, PriceBook.Entry> entries;
    private final PriceRules rules;

    /** Sentences by what they are about, so that the same book is refused with the same one everywhere. */
    private final TreeMap<String, String> faults = new TreeMap<>();

    private BookCheck(Currency currency, Map<String, PriceBook.Entry> entries, PriceRules rules) {
        this.currency = currency;
        this.entries = entries;
        this.rules = rules;
    }

    static void requireSound(Currency currency, Map<String, PriceBook.Entry> entries, PriceRules rules) {
        BookCheck check = new BookCheck(currency, entries, rules);
        entries.values().forEach(check::entry);
        if (check.faults.isEmpty()) {
            check.levels();
        }
        rules.modifierGroups().values().forEach(group -> group.modifiers()
                .forEach(modifier -> check.currency(modifier.unitPrice(), "modifier " + modifier.modifierId())));
        rules.priceLists().lists().forEach(list -> list.prices()
                .forEach(price -> check.currency(price.unitPrice(), "price list " + list.priceListId())));
        if (!check.faults.isEmpty()) {
            throw new IllegalArgumentException(check.faults.firstEntry().getValue());
        }
    }

    private void entry(PriceBook.Entry entry) {
        PriceBook.Traits traits = entry.traits();
        UnitPrice price = entry.unitPrice();
        if (price != null && !price.currency().equals(currency)) {
            currency(price, "item " + entry.itemId());
        }
        for (String groupId : traits.modifierGroupIds()) {
            require(
                    rules.modifierGroups().containsKey(groupId),
                    "item " + entry.itemId(),
                    " names modifier group " + groupId + ", which is not there");
        }
        if (!traits.deposits().isEmpty()) {
            deposits(entry);
        }
    }

    /** Follows the chain of deposits; one that leads back to its item would never end. */
    private void deposits(PriceBook.Entry first) {
        Set<String> seen = new HashSet<>();
        Deque<PriceBook.Entry> open = new ArrayDeque<>();
        open.add(first);
        while (!open.isEmpty()) {
            PriceBook.Entry entry = open.remove();
            for (Map.Entry<String, Quantity> deposit : entry.traits().deposits().entrySet()) {
                String itemId = deposit.getKey();
                String name = "deposit " + itemId + " of item " + entry.itemId();
                require(deposit.getValue().milli() > 0, name, " has no quantity");
                require(!itemId.equals(first.itemId()), "the deposits of item " + itemId, " lead back to it");
                PriceBook.Entry next = entries.get(itemId);
                if (seen.add(itemId) && next != null) {
                    require(next.traits().deposit(), name, " is no deposit");
                    open.add(next);
                }
            }
        }
    }

    /** Asked only where no chain leads back: of a circle there is more to say than that it is long. */
    private void levels() {
        Set<String> chains = new TreeSet<>();
        for (PriceBook.Entry entry : entries.values()) {
            if (!entry.traits().deposits().isEmpty()) {
                chains.add(entry.itemId());
            }
        }
        for (int level = 1; level <= Deposits.MOST_LEVELS; level++) {
            Set<String> longer = new TreeSet<>();
            for (String itemId : chains) {
                PriceBook.Entry entry = entries.get(itemId);
                if (entry != null && entry.traits().deposits().keySet().stream().anyMatch(chains::contains)) {
                    longer.add(itemId);
                }
            }
            chains = longer;
        }
        for (String itemId : chains) {
            require(false, "the deposits of item " + itemId, " have more than " + Deposits.MOST_LEVELS + " levels");
        }
    }

    private void currency(@Nullable UnitPrice price, String what) {
        if (price != null && !price.currency().equals(currency)) {
            faults.putIfAbsent(
                    what, "mixed currencies: " + what + " costs " + price + " in a book of " + currency.code());
        }
    }

    private void require(boolean holds, String what, String sentence) {
        if (!holds) {
            faults.putIfAbsent(what, what + sentence);
        }
    }
}
