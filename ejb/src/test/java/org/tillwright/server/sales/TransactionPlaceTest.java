package org.tillwright.server.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransactionPlaceTest {

    @Test
    void aPlaceIsReadAsItWasWritten() {
        TransactionPlace place = new TransactionPlace(Instant.parse("2026-03-02T12:00:00.123456Z"), new UUID(1, 2));
        assertThat(TransactionPlace.read(place.toString())).contains(place);
    }

    @Test
    void aPlaceThatTheDatabaseCannotHoldIsNone() {
        for (String year : List.of("+1000000000", "-1000000000", "+12026", "0000", "x")) {
            assertThat(TransactionPlace.read(year + "-12-31T23:59:59Z_" + new UUID(1, 2)))
                    .as(year)
                    .isEmpty();
        }
    }
}
