package org.tillwright.system.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run did and what came of it; filled by several counters at once. */
final class FaultTally {

    private static final int MOST_VIOLATIONS = 50;

    private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    private final Map<Integer, Integer> cuts = new TreeMap<>();
    private final Map<String, Long> figures = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();
    private Duration longestBlocked = Duration.ZERO;
    private Duration longestDisk = Duration.ZERO;
    private Duration longestRestart = Duration.ZERO;

    /** A fault that really happened to something that was there. */
    synchronized void met(FaultKind kind) {
        faults.merge(kind, 1, Integer::sum);
    }

    /** The terminal was cut before so many messages had passed. */
    synchronized void cutBefore(int message) {
        cuts.merge(message, 1, Integer::sum);
    }

    synchronized void count(String what, long times) {
        figures.merge(what, times, Long::sum);
    }

    synchronized void violated(String law) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(law);
        }
    }

    synchronized void blocked(Duration longest) {
        longestBlocked = longest.compareTo(longestBlocked) > 0 ? longest : longestBlocked;
    }

    synchronized void diskTook(Duration longest) {
        longestDisk = longest.compareTo(longestDisk) > 0 ? longest : longestDisk;
    }

    synchronized void restarted(Duration took) {
        longestRestart = took.compareTo(longestRestart) > 0 ? took : longestRestart;
    }

    synchronized int of(FaultKind kind) {
        return faults.getOrDefault(kind, 0);
    }

    synchronized long of(String figure) {
        return figures.getOrDefault(figure, 0L);
    }

    synchronized Map<Integer, Integer> cuts() {
        return Map.copyOf(cuts);
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** Everything as a table of names and numbers, in the order that it is told in. */
    synchronized Map<String, Object> report() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (FaultKind kind : FaultKind.values()) {
            all.put(kind.words(), faults.getOrDefault(kind, 0));
        }
        cuts.forEach((message, times) -> all.put("terminal cut before message " + message, times));
        all.putAll(figures);
        all.put("longest wait for the event thread, ms", longestBlocked.toMillis());
        all.put("longest that the disk took for a sale of its own, ms", longestDisk.toMillis());
        all.put("longest restart of the device host, ms", longestRestart.toMillis());
        return all;
    }
}
