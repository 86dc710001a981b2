package org.tillwright.register.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tillwright.register.testing.TestClock;

class IdleWatchTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final TestClock clock = new TestClock();
    private final IdleWatch idle = new IdleWatch(clock);

    @Test
    void aRegisterThatNobodyTouchesForItsMinutesIsIdle() {
        clock.pass(PATIENCE.minusSeconds(1));
        assertThat(idle.isIdle(PATIENCE)).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(idle.isIdle(PATIENCE)).isTrue();
        idle.touched();
        assertThat(idle.isIdle(PATIENCE)).isFalse();
    }

    @Test
    void aShopMayNeverLock() {
        clock.pass(Duration.ofDays(1));
        assertThat(idle.isIdle(Duration.ZERO)).isFalse();
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOutAndKeepsNoRegisterOpen() {
        clock.pass(Duration.ofHours(-1));
        assertThat(idle.isIdle(PATIENCE)).isFalse();
        clock.pass(PATIENCE);
        assertThat(idle.isIdle(PATIENCE)).isTrue();
    }
}
