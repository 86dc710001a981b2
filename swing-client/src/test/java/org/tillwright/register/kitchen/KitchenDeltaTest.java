package org.tillwright.register.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.kitchen.KitchenTicket.Change;

class KitchenDeltaTest {

    private static KitchenLine line(String item, long pieces, String wish) {
        return new KitchenLine("kitchen", item, item, pieces * 1000, "PIECE", List.of(), wish, null);
    }

    private static List<String> told(List<KitchenLine> told, List<KitchenLine> wanted) {
        return KitchenDelta.between(told, wanted).getOrDefault("kitchen", List.of()).stream()
                .map(change -> (change.calledOff() ? "-" : "+") + change.line().quantityMilli() / 1000 + " "
                        + change.line().name()
                        + (change.line().instruction() == null
                                ? ""
                                : " " + change.line().instruction()))
                .toList();
    }

    @Test
    void onlyWhatIsNewIsTold() {
        assertThat(told(List.of(line("soup", 1, null)), List.of(line("soup", 3, null), line("fish", 1, null))))
                .containsExactly("+2 soup", "+1 fish");
    }

    @Test
    void whatTheKitchenKnowsIsNotToldAgainHoweverItIsRungUp() {
        assertThat(told(List.of(line("soup", 2, null)), List.of(line("soup", 1, null), line("soup", 1, null))))
                .isEmpty();
    }

    @Test
    void lessIsCalledOffBeforeMoreIsOrdered() {
        assertThat(told(List.of(line("soup", 2, null)), List.of(line("fish", 1, null), line("soup", 1, null))))
                .containsExactly("-1 soup", "+1 fish");
    }

    @Test
    void anotherWishIsAnotherDish() {
        assertThat(told(List.of(line("soup", 1, null)), List.of(line("soup", 1, "no salt"))))
                .containsExactly("-1 soup", "+1 soup no salt");
    }

    /** Whatever happens to an order, the tickets of a station add up to what is wanted of it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_123, 7_076_669_235_723_485_490L})
    void theTicketsAddUpToWhatIsWanted(long seed) {
        Random random = new Random(seed);
        for (int order = 0; order < 200; order++) {
            Map<KitchenLine, Long> made = new LinkedHashMap<>();
            List<KitchenLine> known = List.of();
            for (int step = 0; step < 8; step++) {
                List<KitchenLine> wanted = wanted(random);
                make(made, KitchenDelta.between(known, wanted));
                known = wanted;
                Map<KitchenLine, Long> sums = new LinkedHashMap<>();
                wanted.forEach(each -> sums.merge(each.of(0), each.quantityMilli(), Long::sum));
                assertThat(made).as("seed %d, order %d", seed, order).isEqualTo(sums);
            }
        }
    }

    /** Makes what the tickets say, and never less than nothing. */
    private static void make(Map<KitchenLine, Long> made, Map<String, List<Change>> tickets) {
        for (Map.Entry<String, List<Change>> ticket : tickets.entrySet()) {
            assertThat(ticket.getValue()).isNotEmpty();
            for (Change change : ticket.getValue()) {
                long milli = change.line().quantityMilli();
                assertThat(milli).isPositive();
                assertThat(change.line().stationId()).isEqualTo(ticket.getKey());
                made.merge(change.line().of(0), change.calledOff() ? -milli : milli, Long::sum);
                assertThat(made.get(change.line().of(0))).isNotNegative();
            }
        }
        made.values().removeIf(sum -> sum == 0);
    }

    private static List<KitchenLine> wanted(Random random) {
        List<KitchenLine> wanted = new ArrayList<>();
        int lines = random.nextInt(7);
        for (int i = 0; i < lines; i++) {
            String item = List.of("soup", "fish", "tea").get(random.nextInt(3));
            String station = random.nextBoolean() ? "kitchen" : "bar";
            long milli = 500L * (1 + random.nextInt(4));
            wanted.add(new KitchenLine(station, item, item, milli, "PIECE", List.of(), null, null));
        }
        return wanted;
    }
}
