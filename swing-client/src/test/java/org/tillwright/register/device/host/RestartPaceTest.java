package org.tillwright.register.device.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPaceTest {

    @Test
    void aFewStartsComeAtOnceAndTheRestAtAPace() {
        var pace = new RestartPace();
        long now = -5;
        for (int i = 0; i < RestartPace.BURST; i++) {
            assertThat(pace.pause(now)).isZero();
            pace.started(now);
        }
        assertThat(pace.pause(now)).isEqualTo(RestartPace.ONE_MORE_EVERY);
        long second = Duration.ofSeconds(1).toNanos();
        assertThat(pace.pause(now + second)).isEqualTo(RestartPace.ONE_MORE_EVERY.minusSeconds(1));
        now += RestartPace.ONE_MORE_EVERY.toNanos();
        assertThat(pace.pause(now)).isZero();
        pace.started(now);
        assertThat(pace.pause(now)).isEqualTo(RestartPace.ONE_MORE_EVERY);
    }

    @Test
    void aHostThatCrashesAtOnceAllDayIsStartedOnceInThreeSeconds() {
        var pace = new RestartPace();
        Duration day = Duration.ofDays(1);
        long now = 0;
        int starts = 0;
        while (now < day.toNanos()) {
            Duration pause = pace.pause(now);
            if (pause.isZero()) {
                pace.started(now);
                starts++;
            }
            now += Math.max(1_000_000, pause.toNanos());
        }
        assertThat(starts)
                .isLessThanOrEqualTo(
                        Math.toIntExact(day.dividedBy(RestartPace.ONE_MORE_EVERY)) + RestartPace.BURST + 1);
    }

    @Test
    void aLongQuietTimeSavesUpNoMoreThanTheBurst() {
        var pace = new RestartPace();
        long now = Duration.ofDays(3).toNanos();
        for (int i = 0; i < RestartPace.BURST; i++) {
            assertThat(pace.pause(now)).isZero();
            pace.started(now);
        }
        assertThat(pace.pause(now)).isPositive();
    }
}
