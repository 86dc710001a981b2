package org.tillwright.boot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final Restarts restarts = new Restarts(clock());

    @Test
    void aDiskThatIsBrokenIsNotTriedForEver() {
        for (int i = 0; i < Restarts.MOST; i++) {
            assertThat(restarts.takeOne()).isTrue();
        }
        assertThat(restarts.takeOne()).isFalse();
    }

    @Test
    void badLuckNowAndThenIsForgotten() {
        for (int i = 0; i < 3 * Restarts.MOST; i++) {
            assertThat(restarts.takeOne()).isTrue();
            now = now.plus(Restarts.WITHIN.dividedBy(Restarts.MOST - 1)).plus(Duration.ofSeconds(1));
        }
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
