package org.tillwright.register.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Looks through every item for a part of its name or of one of its codes. Reads all of them each time and keeps no index:
 * that takes a few milliseconds for the items of a large shop, and costs neither memory nor time at the start.
 */
final class ItemSearch {

    private static final int NOT_FOUND = 3;

    private final String wanted;
    private final char lower;
    private final char upper;
    private final Function<Catalogue.Item, String> nameOf;

    /** @param wanted at least one sign */
    ItemSearch(String wanted, Function<Catalogue.Item, String> nameOf) {
        this.wanted = wanted;
        this.lower = Character.toLowerCase(wanted.charAt(0));
        this.upper = Character.toUpperCase(wanted.charAt(0));
        this.nameOf = nameOf;
    }

    /** Returns the best answers: names that begin so, then words that do, then the rest, each by name. */
    List<Catalogue.Item> best(Collection<Catalogue.Item> items, int most) {
        Comparator<Found> order =
                Comparator.comparing(Found::rank).thenComparing(Found::name).thenComparing(Found::itemId);
        PriorityQueue<Found> best = new PriorityQueue<>(order.reversed());
        for (Catalogue.Item item : items) {
            Found found = look(item);
            if (found.rank() == NOT_FOUND) {
                continue;
            }
            if (best.size() < most) {
                best.add(found);
            } else if (order.compare(found, best.element()) < 0) {
                best.remove();
                best.add(found);
            }
        }
        List<Found> ordered = new ArrayList<>(best);
        Collections.sort(ordered, order);
        return ordered.stream().map(Found::item).toList();
    }

    private Found look(Catalogue.Item item) {
        String name = nameOf.apply(item);
        int rank = rankIn(name);
        if (rank == NOT_FOUND && item.codes().stream().anyMatch(code -> rankIn(code) != NOT_FOUND)) {
            rank = NOT_FOUND - 1;
        }
        return new Found(item, name, rank);
    }

    /** 0 at the beginning, 1 at the beginning of a word, 2 anywhere else. */
    private int rankIn(String text) {
        int rank = NOT_FOUND;
        for (int at = 0; at <= text.length() - wanted.length(); at++) {
            char sign = text.charAt(at);
            if ((sign == lower || sign == upper) && text.regionMatches(true, at, wanted, 0, wanted.length())) {
                if (at == 0) {
                    return 0;
                }
                rank = Math.min(rank, Character.isLetterOrDigit(text.charAt(at - 1)) ? 2 : 1);
            }
        }
        return rank;
    }

    private record Found(Catalogue.Item item, String name, int rank) {

        String itemId() {
            return item.itemId();
        }
    }
}
