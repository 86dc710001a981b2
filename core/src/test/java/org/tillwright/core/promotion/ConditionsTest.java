package org.tillwright.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When, where and for whom: 14 March 2026 is a Saturday. */
class ConditionsTest {

    private static final Set<DayOfWeek> SATURDAY = Set.of(DayOfWeek.SATURDAY);

    @ParameterizedTest
    @CsvSource({
        "2026-03-14T07:59:59, WRONG_HOUR",
        "2026-03-14T08:00,",
        "2026-03-14T09:59:59,",
        "2026-03-14T10:00, WRONG_HOUR",
        "2026-03-13T09:00, WRONG_DAY",
    })
    void saturdayFromEightToTen(LocalDateTime at, Reason expected) {
        Conditions conditions =
                Conditions.NONE.onDays(SATURDAY, new Conditions.Hours(LocalTime.of(8, 0), LocalTime.of(10, 0)));

        assertThat(conditions.failing(Situation.of(at, "S1"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14T21:59, WRONG_HOUR",
        "2026-03-14T22:00,",
        "2026-03-14T23:59:59,",
        "2026-03-15T00:00,",
        "2026-03-15T01:59:59,",
        "2026-03-15T02:00, WRONG_DAY",
        "2026-03-14T01:00, WRONG_HOUR",
        "2026-03-15T22:30, WRONG_DAY",
    })
    void aWindowPastMidnightBelongsToTheDayOnWhichItBegan(LocalDateTime at, Reason expected) {
        Conditions conditions =
                Conditions.NONE.onDays(SATURDAY, new Conditions.Hours(LocalTime.of(22, 0), LocalTime.of(2, 0)));

        assertThat(conditions.failing(Situation.of(at, "S1"))).isEqualTo(expected);
    }

    @Test
    void theFirstMomentCountsAndTheLastDoesNot() {
        LocalDateTime first = LocalDateTime.of(2026, 3, 1, 0, 0);
        LocalDateTime end = LocalDateTime.of(2026, 4, 1, 0, 0);
        Conditions march = Conditions.NONE.between(first, end);

        assertThat(march.failing(Situation.of(first.minusNanos(1), "S1"))).isEqualTo(Reason.NOT_YET_VALID);
        assertThat(march.failing(Situation.of(first, "S1"))).isNull();
        assertThat(march.failing(Situation.of(end.minusNanos(1), "S1"))).isNull();
        assertThat(march.failing(Situation.of(end, "S1"))).isEqualTo(Reason.NO_LONGER_VALID);
    }

    @Test
    void storesAndGroupsAreAskedFor() {
        Situation noon = Situation.of(LocalDateTime.of(2026, 3, 14, 12, 0), "S1");

        assertThat(Conditions.NONE.inStores(Set.of("S2")).failing(noon)).isEqualTo(Reason.OTHER_STORE);
        Conditions staff = Conditions.NONE.forGroups(Set.of("STAFF", "FRIENDS"));
        assertThat(staff.failing(noon)).isEqualTo(Reason.CUSTOMER_NOT_IN_GROUP);
        assertThat(staff.failing(noon.withGroups("FRIENDS", "OTHER"))).isNull();
    }
}
