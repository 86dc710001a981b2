package org.tillwright.system;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One thing that was measured at a register.
 *
 * @param what in words
 * @param unit of the figures: microseconds, or bytes of what is no time
 * @param p50 nearest rank
 * @param count of repetitions
 */
record RegisterFigure(String what, String unit, long p50, long p99, long longest, long count) {

    static final String MICROSECONDS = "us";
    static final String BYTES = "bytes";

    /** The last thing that is measured, because a collection goes before it. */
    static final String HEAP = "heap in use at the end";

    private static final String BETWEEN = "\t";

    static RegisterFigure of(String what, Timings timings) {
        return new RegisterFigure(
                what,
                MICROSECONDS,
                timings.percentile(500).toNanos() / 1_000,
                timings.percentile(990).toNanos() / 1_000,
                timings.percentile(1000).toNanos() / 1_000,
                timings.count());
    }

    static RegisterFigure ofBytes(String what, long bytes) {
        return new RegisterFigure(what, BYTES, bytes, bytes, bytes, 1);
    }

    /** Reads what {@link #line} wrote in another process. */
    static RegisterFigure read(String line) {
        String[] parts = line.split(BETWEEN, -1);
        return new RegisterFigure(
                parts[0],
                parts[1],
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]));
    }

    String line() {
        return String.join(
                BETWEEN,
                what,
                unit,
                Long.toString(p50),
                Long.toString(p99),
                Long.toString(longest),
                Long.toString(count));
    }

    boolean isLast() {
        return what.equals(HEAP);
    }

    String words() {
        if (unit.equals(BYTES)) {
            return what + ": " + p50 / 1_048_576 + " MB";
        }
        if (count == 1) {
            return what + ": " + millis(p50) + " ms";
        }
        return what + ": p50 " + millis(p50) + " ms, p99 " + millis(p99) + " ms, longest " + millis(longest) + " ms of "
                + count;
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%d.%02d", micros / 1_000, micros % 1_000 / 10);
    }

    static String json(int items, List<RegisterFigure> figures) {
        return "{\"items\":" + items + ",\"figures\":["
                + figures.stream().map(RegisterFigure::json).collect(Collectors.joining(",")) + "]}";
    }

    String json() {
        return "{\"what\":\"" + what + "\",\"unit\":\"" + unit + "\",\"p50\":" + p50 + ",\"p99\":" + p99
                + ",\"longest\":" + longest + ",\"count\":" + count + "}";
    }
}
