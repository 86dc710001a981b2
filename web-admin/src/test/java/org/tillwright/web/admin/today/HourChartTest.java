package org.tillwright.web.admin.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.server.day.DayFigures;

class HourChartTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 99, 100, 101, 1234, 99_999, 1_000_000_000_000L})
    void aFewLinesReachFromNothingToAboveEverything(long most) {
        HourChart chart = HourChart.of(List.of(hour(9, most, most / 2)));
        assertThat(chart.lines()).hasSizeBetween(2, 6);
        assertThat(chart.lines().get(0).minor()).isZero();
        assertThat(chart.top()).isGreaterThanOrEqualTo(most);
        assertThat(chart.lines().get(chart.lines().size() - 1).minor()).isEqualTo(chart.top());
    }

    @Test
    void barsStandInTheDrawingAndTheHigherAmountIsTheHigherBar() {
        HourChart chart = HourChart.of(IntStream.range(0, 24)
                .mapToObj(hour -> hour(hour, hour * 100L, 1000))
                .toList());
        assertThat(chart.bars()).allSatisfy(bar -> {
            assertThat(bar.x()).isBetween(0, HourChart.WIDTH - bar.width());
            assertThat(bar.y()).isBetween(0, HourChart.HEIGHT);
            assertThat(bar.y() + bar.height()).isEqualTo(bar.thenY() + bar.thenHeight());
        });
        assertThat(chart.bars().get(23).height())
                .isGreaterThan(chart.bars().get(5).height());
        assertThat(chart.bars().get(0).height()).isZero();
    }

    @Test
    void anHourInWhichMoreWentBackThanWasTakenHasNoBar() {
        assertThat(HourChart.of(List.of(hour(9, -500, 0))).bars().get(0).height())
                .isZero();
    }

    @Test
    void aDayWithoutSalesHasNoBars() {
        assertThat(HourChart.of(List.of()).bars()).isEmpty();
    }

    private static DayFigures.Hour hour(int hour, long total, long lastWeek) {
        return new DayFigures.Hour(hour, total, 1, lastWeek, 1);
    }
}
