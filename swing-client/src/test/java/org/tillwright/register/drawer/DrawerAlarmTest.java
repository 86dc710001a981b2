package org.tillwright.register.drawer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tillwright.register.drawer.DrawerAlarm.Ring;

class DrawerAlarmTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final DrawerAlarm alarm = new DrawerAlarm();

    private static Instant after(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    @Test
    void aDrawerThatIsShutInTimeIsNothingToTalkAbout() {
        alarm.open(after(0));
        assertThat(alarm.tick(after(59), MINUTE)).isEqualTo(Ring.NOT);
        assertThat(alarm.shut(after(59))).isNull();
        assertThat(alarm.tick(after(600), MINUTE)).isEqualTo(Ring.NOT);
    }

    @Test
    void itRingsOnceAMinuteUntilItIsShutAndTellsHowLongThatTook() {
        alarm.open(after(0));
        assertThat(alarm.tick(after(60), MINUTE)).isEqualTo(Ring.FIRST);
        assertThat(alarm.tick(after(61), MINUTE)).isEqualTo(Ring.NOT);
        assertThat(alarm.tick(after(120), MINUTE)).isEqualTo(Ring.AGAIN);
        assertThat(alarm.shut(after(130))).isEqualTo(Duration.ofSeconds(130));
        assertThat(alarm.shut(after(131))).isNull();
    }

    @Test
    void seeingItOpenAgainAndAgainDoesNotBeginTheTimeAnew() {
        for (int second = 0; second < 60; second += 2) {
            alarm.open(after(second));
        }
        assertThat(alarm.tick(after(60), MINUTE)).isEqualTo(Ring.FIRST);
    }

    @Test
    void whoCountsTheMoneyIsLeftInPeaceAndHasTheWholeTimeAfterwards() {
        alarm.open(after(0));
        alarm.excused(after(500));
        assertThat(alarm.tick(after(559), MINUTE)).isEqualTo(Ring.NOT);
        assertThat(alarm.tick(after(560), MINUTE)).isEqualTo(Ring.FIRST);
    }

    @Test
    void aShopThatWantsNoAlarmHasNone() {
        alarm.open(after(0));
        assertThat(alarm.tick(after(100_000), Duration.ZERO)).isEqualTo(Ring.NOT);
    }
}
