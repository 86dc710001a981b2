package org.tillwright.web.admin.today;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.server.day.DayFigures;

/**
 * Where the bars of a day's hours stand in a drawing of {@link #WIDTH} by {@link #HEIGHT}. Points of a screen, not amounts:
 * those are in the table beside it.
 *
 * @param top what the highest line stands for
 * @param lines from the bottom up
 */
public record HourChart(long top, List<Bar> bars, List<Line> lines) {

    public static final int WIDTH = 960;
    public static final int HEIGHT = 260;

    private static final int LEFT = 64;
    private static final int BOTTOM = HEIGHT - 28;
    private static final int ROOM = BOTTOM - 12;
    private static final int MOST_BAR = 30;
    private static final int FEWEST_HOURS = 8;
    private static final List<Long> STEPS = List.of(1L, 2L, 5L);
    private static final long MOST_LINES = 4;
    private static final long TEN = 10;

    public HourChart {
        bars = List.copyOf(bars);
        lines = List.copyOf(lines);
    }

    /** One hour: its bar, and last week's behind it. */
    public record Bar(DayFigures.Hour hour, int x, int width, int y, int height, int thenX, int thenY, int thenHeight) {

        public int getMiddle() {
            return x + width / 2;
        }
    }

    /** A hairline across, and the amount that it stands for. */
    public record Line(long minor, int y) {}

    static HourChart of(List<DayFigures.Hour> hours) {
        long most = hours.stream()
                .mapToLong(hour -> Math.max(hour.totalMinor(), hour.lastWeekMinor()))
                .max()
                .orElse(0);
        long step = step(Math.max(most, 1));
        long top = Math.multiplyExact(step, (Math.max(most, 1) + step - 1) / step);
        List<Line> lines = new ArrayList<>();
        for (long minor = 0; minor <= top; minor += step) {
            lines.add(new Line(minor, BOTTOM - points(minor, top)));
        }
        int places = Math.max(hours.size(), FEWEST_HOURS);
        int place = (WIDTH - LEFT) / places;
        int width = Math.min(MOST_BAR, place / 2);
        List<Bar> bars = new ArrayList<>();
        for (DayFigures.Hour hour : hours) {
            int x = LEFT + bars.size() * place + (place - width) / 2;
            int height = points(hour.totalMinor(), top);
            int thenHeight = points(hour.lastWeekMinor(), top);
            bars.add(new Bar(hour, x, width, BOTTOM - height, height, x - width / 3, BOTTOM - thenHeight, thenHeight));
        }
        return new HourChart(top, bars, lines);
    }

    /** An hour in which more went back than was taken has no bar; the table tells it. */
    private static int points(long minor, long top) {
        return Math.toIntExact(Math.max(0, minor) * ROOM / top);
    }

    /** One, two or five of some power of ten: such that few lines reach above everything. */
    private static long step(long most) {
        for (long power = 1; ; power = Math.multiplyExact(power, TEN)) {
            for (long step : STEPS) {
                if (Math.multiplyExact(step, power) * MOST_LINES >= most) {
                    return step * power;
                }
            }
        }
    }
}
