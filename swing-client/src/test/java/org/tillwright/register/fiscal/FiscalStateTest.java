package org.tillwright.register.fiscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.fiscal.FiscalState.Level;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.fiscal.FiscalRules;

/** How far a law's limit is used up, without a device and without waiting for hours. */
class FiscalStateTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private final DeviceException away = new DeviceException(DeviceKind.FISCAL, Trouble.ABSENT);

    private FiscalState state(FiscalRules rules, long owed, Duration lasted, Duration before) {
        return FiscalState.of(rules, away, owed, owed == 0 ? null : NOON.minus(lasted), before, NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, WELL",
        "1, 1, 0, BEGUN",
        "1, 1079, 0, BEGUN",
        "1, 1080, 0, HALF",
        "1, 1728, 0, NEARLY",
        "1, 2160, 0, OVER",
        "1, 60, 10019, NEARLY", // 168 hours in a month are 10,080 minutes
        "1, 60, 10020, OVER",
        "999, 1, 0, BEGUN",
        "1000, 1, 0, HALF",
        "1600, 1, 0, NEARLY",
        "2000, 1, 0, OVER"
    })
    void ukrainesLimitsInTimeInTheMonthAndInReceipts(long owed, long minutes, long minutesBefore, Level level) {
        FiscalState state = state(FiscalRules.UA, owed, Duration.ofMinutes(minutes), Duration.ofMinutes(minutesBefore));
        assertThat(state.level()).isEqualTo(level);
        assertThat(state.isOver()).isEqualTo(level == Level.OVER);
    }

    @Test
    void theEarlierOfTwoLimitsIsToldAsTheEnd() {
        assertThat(state(FiscalRules.UA, 1, Duration.ofHours(1), Duration.ZERO).endsAt())
                .isEqualTo(NOON.plus(Duration.ofHours(35)));
        assertThat(state(FiscalRules.UA, 1, Duration.ofHours(1), Duration.ofHours(160))
                        .endsAt())
                .isEqualTo(NOON.plus(Duration.ofHours(7)));
        assertThat(state(FiscalRules.DE, 1, Duration.ofHours(900), Duration.ZERO)
                        .endsAt())
                .isNull();
    }

    @Test
    void germanyGoesOnForEverAndAustriaWantsItTold() {
        FiscalState germany = state(FiscalRules.DE, 5_000, Duration.ofDays(60), Duration.ZERO);
        assertThat(germany.isOver()).isFalse();
        assertThat(germany.level()).isEqualTo(Level.BEGUN);
        FiscalState austria = state(FiscalRules.AT, 1, Duration.ofHours(49), Duration.ZERO);
        assertThat(austria.isOver()).isFalse();
        assertThat(FiscalWords.warning(FiscalState.NONE, austria, ZoneOffset.UTC))
                .isEqualTo(Notice.of("fiscal.tell-now", "AT"));
    }

    @Test
    void swedenIsOverAsSoonAsTheDeviceIsAwayThoughNothingWaits() {
        assertThat(state(FiscalRules.SE, 0, Duration.ZERO, Duration.ZERO).isOver())
                .isTrue();
        assertThat(FiscalState.of(FiscalRules.SE, null, 0, null, Duration.ZERO, NOON)
                        .isOver())
                .isFalse();
    }

    @Test
    void aClockThatWasSetBackUsesUpNothing() {
        FiscalState state = FiscalState.of(FiscalRules.UA, away, 1, NOON.plusSeconds(3_600), Duration.ZERO, NOON);
        assertThat(state.level()).isEqualTo(Level.BEGUN);
    }

    @Test
    void eachSentenceIsThereInThreeLanguages() {
        List<Notice> told = List.of(
                words(state(FiscalRules.DE, 1, Duration.ofHours(1), Duration.ZERO)),
                words(state(FiscalRules.UA, 1, Duration.ofHours(1), Duration.ZERO)),
                words(state(FiscalRules.AT, 1, Duration.ofHours(1), Duration.ZERO)),
                words(state(FiscalRules.SE, 1, Duration.ofHours(1), Duration.ZERO)),
                words(state(FiscalRules.DE, 0, Duration.ZERO, Duration.ZERO)),
                words(FiscalState.of(FiscalRules.DE, null, 0, null, Duration.ZERO, NOON)),
                words(new FiscalState(FiscalRules.SE, false, null, 0, null, null, Level.WELL)));
        assertThat(told)
                .extracting(Notice::key)
                .containsExactly(
                        "fiscal.waits",
                        "fiscal.waits-until",
                        "fiscal.waits-tell",
                        "fiscal.over",
                        "device.fiscal.absent",
                        "fiscal.well",
                        "fiscal.missing");
        for (String language : List.of("en", "da", "uk")) {
            assertThat(told).allSatisfy(notice -> assertThat(Texts.of(language).text(notice))
                    .isNotBlank()
                    .doesNotContain("{"));
        }
        assertThat(FiscalWords.status(
                        new FiscalState(FiscalRules.OTHER, false, null, 0, null, null, Level.WELL), ZoneOffset.UTC))
                .isNull();
    }

    private static Notice words(FiscalState state) {
        Notice notice = FiscalWords.status(state, ZoneOffset.UTC);
        if (notice == null) {
            throw new AssertionError("nothing is said of " + state);
        }
        return notice;
    }
}
