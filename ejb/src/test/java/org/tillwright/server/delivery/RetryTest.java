package org.tillwright.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {

    @Test
    void waitsGrowToAnHourAndAreNeverAllTheSame() {
        Random random = new Random(7);
        for (int attempt = 1; attempt < 60; attempt++) {
            Duration wait = Retry.waitAfter(attempt, random);
            assertThat(wait).isBetween(Duration.ofSeconds(24), Duration.ofMinutes(72));
        }
        assertThat(Retry.waitAfter(1, random)).isLessThanOrEqualTo(Duration.ofSeconds(36));
        assertThat(Retry.waitAfter(4, random)).isBetween(Duration.ofSeconds(192), Duration.ofSeconds(288));
        assertThat(Retry.waitAfter(40, random)).isGreaterThanOrEqualTo(Duration.ofMinutes(48));
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> Retry.waitAfter(9, random))
                        .distinct())
                .hasSizeGreaterThan(5);
    }
}
