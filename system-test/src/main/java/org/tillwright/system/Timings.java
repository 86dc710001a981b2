package org.tillwright.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Durations of many repetitions, and what to say of them. */
final class Timings {

    private final List<Long> nanos = new ArrayList<>();

    void add(Duration duration) {
        nanos.add(duration.toNanos());
    }

    int count() {
        return nanos.size();
    }

    /** Returns the duration that this share of all stays under, by nearest rank; {@code permille} 500 is the median. */
    Duration percentile(int permille) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        long rank = (sorted.size() * (long) permille + 999) / 1000;
        return Duration.ofNanos(sorted.get(Math.toIntExact(Math.max(1, rank)) - 1));
    }

    String inMillis() {
        return "median " + millis(percentile(500)) + " ms, p99 " + millis(percentile(990)) + " ms, longest "
                + millis(percentile(1000)) + " ms of " + nanos.size();
    }

    String inMillisWithP95() {
        return "median " + millis(percentile(500)) + " ms, p95 " + millis(percentile(950)) + " ms, longest "
                + millis(percentile(1000)) + " ms";
    }

    String inSeconds() {
        return "median " + seconds(percentile(500)) + " s, longest " + seconds(percentile(1000)) + " s of "
                + nanos.size();
    }

    private static String millis(Duration duration) {
        return hundredths(duration.toNanos() / 10_000);
    }

    private static String seconds(Duration duration) {
        return hundredths(duration.toMillis() / 10);
    }

    private static String hundredths(long count) {
        return String.format(Locale.ROOT, "%d.%02d", count / 100, count % 100);
    }
}
