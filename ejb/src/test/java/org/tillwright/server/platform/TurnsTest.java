package org.tillwright.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TurnsTest {

    @Test
    void whoComesWhenAllPlacesAreTakenIsTurnedAway() {
        Turns turns = new Turns(2, 5, Duration.ofMillis(1));
        assertThat(turns.take()).isTrue();
        assertThat(turns.take()).isTrue();
        assertThat(turns.take()).isFalse();
        turns.giveBack();
        assertThat(turns.take()).isTrue();
    }

    @Test
    @Timeout(10)
    void nobodyWaitsBehindTooMany() {
        Turns turns = new Turns(1, 0, Duration.ofHours(1));
        assertThat(turns.take()).isTrue();
        assertThat(turns.take()).isFalse();
        turns.giveBack();
        assertThat(turns.take()).isTrue();
    }
}
