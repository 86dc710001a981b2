package org.tillwright.core.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.UnitPrice;

/**
 * All price lists of a book, ready to be asked for an item.
 *
 * <p>The price of the day is the base price, unless a list for everybody has one from any quantity on: a list that names
 * the store goes before one for all stores, one that began later before one that began earlier, then the lower price
 * counts. A price for a customer group, or from a quantity on, counts when it is lower than the price of the day. So a
 * store may raise a price, and nobody pays more for belonging to a group or for buying more.
 */
public final class PriceLists {

    public static final PriceLists NONE = new PriceLists(List.of());

    private final List<PriceList> lists;
    private final Map<String, List<Candidate>> byItem = new LinkedHashMap<>();

    private PriceLists(List<PriceList> lists) {
        this.lists = List.copyOf(lists);
        Set<String> ids = new HashSet<>();
        for (PriceList list : this.lists) {
            if (!ids.add(list.priceListId())) {
                throw new IllegalArgumentException("price list " + list.priceListId() + " is there twice");
            }
            for (PriceList.Price price : list.prices()) {
                add(list, price);
            }
        }
    }

    /** Builds the index; two lists that say different things of one item, store, group, quantity and day are refused. */
    public static PriceLists of(List<PriceList> lists) {
        return lists.isEmpty() ? NONE : new PriceLists(lists);
    }

    public List<PriceList> lists() {
        return lists;
    }

    public boolean isEmpty() {
        return byItem.isEmpty();
    }

    /**
     * Returns what one unit costs, or null if neither the lists nor the book know.
     *
     * @param base the book's price
     * @param quantityMilli how much of the item is in the cart
     */
    @Nullable
    UnitPrice priceOf(String itemId, @Nullable UnitPrice base, long quantityMilli, SaleContext context) {
        List<Candidate> candidates = byItem.get(itemId);
        if (candidates == null) {
            return base;
        }
        Candidate ofDay = null;
        UnitPrice advantage = null;
        for (Candidate candidate : candidates) {
            if (quantityMilli >= candidate.price().minimum().milli()
                    && candidate.list().covers(context)) {
                if (candidate.isForEverybody()) {
                    ofDay = ofDay == null || candidate.goesBefore(ofDay) ? candidate : ofDay;
                } else {
                    advantage = lower(advantage, candidate.price().unitPrice());
                }
            }
        }
        UnitPrice price = ofDay == null ? base : ofDay.price().unitPrice();
        return advantage == null ? price : lower(price, advantage);
    }

    private static UnitPrice lower(@Nullable UnitPrice one, UnitPrice other) {
        return one == null || other.micro() < one.micro() ? other : one;
    }

    private void add(PriceList list, PriceList.Price price) {
        List<Candidate> candidates = byItem.computeIfAbsent(price.itemId(), id -> new ArrayList<>());
        Candidate candidate = new Candidate(list, price);
        for (Candidate other : candidates) {
            if (candidate.contradicts(other)) {
                throw new IllegalArgumentException("price lists " + other.list().priceListId() + " and "
                        + list.priceListId() + " overlap for item " + price.itemId());
            }
        }
        candidates.add(candidate);
    }

    /** One price of an item, and the list it stands in. */
    private record Candidate(PriceList list, PriceList.Price price) {

        boolean isForEverybody() {
            return list.customerGroups().isEmpty() && price.minimum().isZero();
        }

        boolean goesBefore(Candidate other) {
            if (list.stores().isEmpty() != other.list.stores().isEmpty()) {
                return !list.stores().isEmpty();
            }
            LocalDate from = list.from();
            LocalDate before = other.list.from();
            if (from == null ? before == null : from.equals(before)) {
                return price.unitPrice().micro() < other.price.unitPrice().micro();
            }
            return from != null && (before == null || from.isAfter(before));
        }

        /** True if both say what the same people pay on the same day for the same quantity, and say it otherwise. */
        boolean contradicts(Candidate other) {
            return list.stores().equals(other.list.stores())
                    && list.customerGroups().equals(other.list.customerGroups())
                    && price.minimum().equals(other.price.minimum())
                    && !price.unitPrice().equals(other.price.unitPrice())
                    && !isOver(list.until(), other.list.from())
                    && !isOver(other.list.until(), list.from());
        }

        private static boolean isOver(@Nullable LocalDate until, @Nullable LocalDate from) {
            return until != null && from != null && until.isBefore(from);
        }
    }
}
