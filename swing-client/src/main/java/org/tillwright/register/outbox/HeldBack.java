package org.tillwright.register.outbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Records that the server cannot take although it takes others: too large for a proxy, or one that the server breaks on. Such a
 * record waits apart for a growing pause, and never holds up those behind it. It is not given up: only the server's own no is a no.
 *
 * <p>A record is suspected when it failed {@value #PATIENCE} times in a row. Then the next one is tried. If that fails too, it is the
 * server, and nothing waits apart. If it succeeds, the suspect gets one more try, and waits apart if that fails.
 *
 * <p>That later records overtake it does no harm at the server: what arrives for a till that was settled meanwhile is booked into
 * a supplement, goods that come back before their sale are listed with the doubts, and a gap in the numbers closes when it arrives.
 * All of it is forgotten when the program ends, and found out anew. Sender's thread only.
 */
final class HeldBack {

    static final int PATIENCE = 8;

    /** More than these are no single records' trouble any more. */
    static final int MOST = 50;

    static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final long NONE = -1;

    private final Map<Long, Pause> apart = new TreeMap<>();
    private long suspect = NONE;
    private int failures;
    private boolean isAlibi;

    /** The numbers that are passed over now. */
    Set<Long> passedOver(long nanos) {
        Set<Long> numbers = new HashSet<>();
        apart.forEach((sequence, pause) -> {
            if (!pause.isOver(nanos)) {
                numbers.add(sequence);
            }
        });
        if (isTryingAnother()) {
            numbers.add(suspect);
        }
        return numbers;
    }

    /** Whether the suspect is passed over, to see whether another record fares better. */
    boolean isTryingAnother() {
        return suspect != NONE && failures >= PATIENCE && !isAlibi && apart.size() < MOST;
    }

    /** Whether this record must go by itself, not to spoil a batch. */
    boolean isSuspected(long sequence) {
        return apart.containsKey(sequence) || (sequence == suspect && failures >= PATIENCE);
    }

    /** The server gave its word on a record. */
    void answered(long sequence) {
        apart.remove(sequence);
        if (sequence == suspect) {
            clear();
        } else if (isTryingAnother()) {
            isAlibi = true;
        }
    }

    /**
     * The server answered, and could not take a record.
     *
     * @return whether the record waits apart now
     */
    boolean failed(long sequence, long nanos) {
        Pause before = apart.get(sequence);
        if (before != null) {
            apart.put(sequence, before.longer(nanos));
            return true;
        }
        if (sequence == suspect && isAlibi) {
            apart.put(sequence, new Pause(FIRST_PAUSE, nanos + FIRST_PAUSE.toNanos()));
            clear();
            return true;
        }
        if (isTryingAnother()) {
            otherFailed();
        } else if (sequence == suspect) {
            failures++;
        } else {
            suspect = sequence;
            failures = 1;
            isAlibi = false;
        }
        return false;
    }

    /** There was no other to be tried, or it was not taken either: the suspect begins anew. */
    void otherFailed() {
        failures = 0;
    }

    /** The oldest that waits apart. */
    OptionalLong oldest() {
        return apart.keySet().stream().mapToLong(Long::longValue).findFirst();
    }

    /** How long until the next of them gets its turn; {@code most} when that is later or there is none. */
    Duration untilNext(long nanos, Duration most) {
        return apart.values().stream()
                .map(pause -> Duration.ofNanos(Math.max(0, pause.untilNanos() - nanos)))
                .filter(left -> left.compareTo(most) < 0)
                .min(Duration::compareTo)
                .orElse(most);
    }

    private void clear() {
        suspect = NONE;
        failures = 0;
        isAlibi = false;
    }

    private record Pause(Duration length, long untilNanos) {

        boolean isOver(long nanos) {
            return nanos - untilNanos >= 0;
        }

        Pause longer(long nanos) {
            Duration doubled = length.multipliedBy(2);
            Duration next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            return new Pause(next, nanos + next.toNanos());
        }
    }
}
