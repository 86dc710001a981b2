package org.tillwright.server.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bounds how often each of many asks within a span of time. Kept in memory, so of several servers each counts by itself. */
public class LookUpLimit {

    /** Who is remembered: more than there can be. */
    private static final int MAX_ASKING = 20_000;

    private final int most;
    private final Duration span;
    private final Map<String, Deque<Instant>> byWho = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MAX_ASKING;
        }
    };

    protected LookUpLimit(int most, Duration span) {
        this.most = most;
        this.span = span;
    }

    /** True if somebody may ask for one more; then it is counted. */
    public synchronized boolean take(String who, Instant now) {
        Deque<Instant> asked = asked(who, now);
        boolean mayAsk = asked.size() < most;
        if (mayAsk) {
            asked.addLast(now);
        }
        return mayAsk;
    }

    /** True if somebody has none left. */
    public synchronized boolean isSpent(String who, Instant now) {
        return asked(who, now).size() >= most;
    }

    private Deque<Instant> asked(String who, Instant now) {
        Deque<Instant> asked = byWho.computeIfAbsent(who, id -> new ArrayDeque<>());
        while (!asked.isEmpty() && asked.peekFirst().isBefore(now.minus(span))) {
            asked.removeFirst();
        }
        return asked;
    }
}
