package org.tillwright.register.device.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final Duration BEAT = Duration.ofMillis(250);
    /** Such clocks may begin anywhere, and overflow. */
    private static final long BEGIN = Long.MAX_VALUE - Duration.ofMillis(700).toNanos();

    private final Silence silence = new Silence(BEAT, BEGIN);

    private static long at(long millis) {
        return BEGIN + Duration.ofMillis(millis).toNanos();
    }

    @Test
    void silenceGrowsFromBeatToBeatUntilSomethingIsHeard() {
        for (int beat = 1; beat <= 8; beat++) {
            assertThat(silence.asked(at(beat * 250L))).isEqualTo(BEAT.multipliedBy(beat));
        }
        silence.heard(at(2_100));
        assertThat(silence.asked(at(2_250))).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void aRegisterThatStoodStillBlamesNoHost() {
        silence.heard(at(100));
        assertThat(silence.asked(at(250))).isEqualTo(Duration.ofMillis(150));
        assertThat(silence.asked(at(60_250))).as("a minute asleep is one beat").isEqualTo(Duration.ofMillis(400));
        assertThat(silence.asked(at(60_500))).isEqualTo(Duration.ofMillis(650));
        silence.heard(at(60_600));
        assertThat(silence.asked(at(60_750))).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void aHostThatIsSilentAfterThatIsFoundOutInItsTime() {
        silence.asked(at(10_000));
        Duration heard = Duration.ZERO;
        long now = 10_000;
        while (heard.compareTo(DriverHost.SILENCE_PATIENCE) <= 0) {
            now += 250;
            heard = silence.asked(at(now));
        }
        assertThat(now).isLessThanOrEqualTo(11_750);
    }

    /** A busy machine is a little late at every beat; that excuses nobody. */
    @Test
    void aLittleLateIsNotStandingStill() {
        for (int beat = 1; beat <= 4; beat++) {
            assertThat(silence.asked(at(beat * 450L))).isEqualTo(Duration.ofMillis(beat * 450L));
        }
    }

    @Test
    void whatIsHeardJustAfterStandingStillCounts() {
        silence.heard(at(60_001));
        assertThat(silence.asked(at(60_002))).isEqualTo(Duration.ZERO);
        assertThat(silence.since(at(60_002))).isEqualTo(Duration.ofMillis(1));
    }
}
