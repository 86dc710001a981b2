package org.tillwright.system;

import java.time.Duration;

/** Durations of one thing that is measured, for benches outside of this package. */
public final class MeasuredTimes {

    private final Timings timings = new Timings();

    public void add(Duration duration) {
        timings.add(duration);
    }

    /** How often it was measured. */
    public int count() {
        return timings.count();
    }

    /** The middle one; there must be one. */
    public Duration median() {
        return timings.percentile(500);
    }

    /** What 99 of 100 stay under; there must be one. */
    public Duration p99() {
        return timings.percentile(990);
    }

    /** None took longer; there must be one. */
    public Duration longest() {
        return timings.percentile(1000);
    }

    /** Median, p99 and longest in words. */
    public String words() {
        return timings.inMillis();
    }

    /** The same as one JSON object, in microseconds. */
    public String json(String what) {
        return RegisterFigure.of(what, timings).json();
    }
}
