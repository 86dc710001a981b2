package org.tillwright.register.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tillwright.core.money.Money;

/** The coins and notes of a currency, and what a customer is likely to hand over. */
public final class CashNotes {

    /** Suggestions beside the exact amount. */
    private static final int MOST_SUGGESTED = 5;

    /** In minor units; a currency that is not here is counted in steps of 1, 2 and 5. */
    private static final Map<String, List<Long>> COINS = Map.of(
            "EUR", List.of(1L, 2L, 5L, 10L, 20L, 50L, 100L, 200L),
            "DKK", List.of(50L, 100L, 200L, 500L, 1_000L, 2_000L),
            "UAH", List.of(10L, 50L, 100L, 200L, 500L, 1_000L),
            "GBP", List.of(1L, 2L, 5L, 10L, 20L, 50L, 100L, 200L),
            "USD", List.of(1L, 5L, 10L, 25L));

    private static final Map<String, List<Long>> NOTES = Map.of(
            "EUR", List.of(500L, 1_000L, 2_000L, 5_000L, 10_000L, 20_000L),
            "DKK", List.of(5_000L, 10_000L, 20_000L, 50_000L),
            "UAH", List.of(2_000L, 5_000L, 10_000L, 20_000L, 50_000L, 100_000L),
            "GBP", List.of(500L, 1_000L, 2_000L, 5_000L),
            "USD", List.of(100L, 500L, 1_000L, 2_000L, 5_000L, 10_000L));

    private static final List<Long> OTHER_COINS = List.of(1L, 2L, 5L, 10L, 20L, 50L, 100L, 200L);
    private static final List<Long> OTHER_NOTES = List.of(500L, 1_000L, 2_000L, 5_000L, 10_000L, 20_000L);

    private CashNotes() {}

    /** Coins and notes from the smallest, in minor units. */
    public static List<Long> denominations(String currency) {
        List<Long> all = new ArrayList<>(COINS.getOrDefault(currency, OTHER_COINS));
        all.addAll(NOTES.getOrDefault(currency, OTHER_NOTES));
        return List.copyOf(all);
    }

    /** Round amounts above what is due that one kind of note makes, from the smallest. */
    public static List<Long> suggestions(Money due) {
        TreeSet<Long> amounts = new TreeSet<>();
        for (long note : NOTES.getOrDefault(due.currency().code(), OTHER_NOTES)) {
            amounts.add(Math.multiplyExact(Math.floorDiv(due.minor() + note - 1, note), note));
        }
        amounts.remove(due.minor());
        return amounts.stream().limit(MOST_SUGGESTED).toList();
    }
}
