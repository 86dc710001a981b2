package org.tillwright.web.admin.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tillwright.server.sales.Arrival;

class FreshArrivalsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final FreshArrivals fresh = new FreshArrivals();

    @Test
    void eachSaleIsToldOnceHoweverOftenItIsFound() {
        Arrival first = sale(0);
        assertThat(fresh.of(List.of(first), NOON.minusSeconds(60))).containsExactly(first);
        assertThat(fresh.of(List.of(first), NOON.minusSeconds(60))).isEmpty();
    }

    /** Its transaction waited for a row while later ones were committed. */
    @Test
    void aSaleThatIsCommittedAfterALaterOneIsToldAllTheSame() {
        Arrival late = sale(-30);
        Arrival soon = sale(0);
        fresh.of(List.of(soon), NOON.minusSeconds(60));
        assertThat(fresh.of(List.of(soon, late), NOON.minusSeconds(60))).containsExactly(late);
    }

    @Test
    void whatIsOlderThanTheWindowIsForgotten() {
        Arrival old = sale(0);
        fresh.of(List.of(old), NOON.minusSeconds(60));
        fresh.of(List.of(), NOON.plusSeconds(1));
        assertThat(fresh.of(List.of(old), NOON.plusSeconds(1)))
                .as("it is not found again either, so nothing is told twice")
                .containsExactly(old);
    }

    private static Arrival sale(long secondsAfterNoon) {
        return new Arrival(UUID.randomUUID(), NOON.plusSeconds(secondsAfterNoon));
    }
}
