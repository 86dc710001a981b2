package org.tillwright.server.sales;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how many receipts one register asks for by a number that can be counted up, or misses: enough for every customer
 * at its counter, too few to read a store's sales. Kept in memory, so of several servers each counts by itself.
 */
@ApplicationScoped
public class ReceiptLookUps {

    /** How many a register may ask for within {@link #SPAN}. */
    static final int MOST = 20;

    static final Duration SPAN = Duration.ofMinutes(10);

    /** Registers that are remembered: more than there can be. */
    private static final int MAX_REGISTERS = 20_000;

    private final Map<String, Deque<Instant>> byRegister = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MAX_REGISTERS;
        }
    };

    /** True if a register may ask for one more; then it is counted. */
    synchronized boolean take(String workstationId, Instant now) {
        Deque<Instant> asked = asked(workstationId, now);
        boolean mayAsk = asked.size() < MOST;
        if (mayAsk) {
            asked.addLast(now);
        }
        return mayAsk;
    }

    /** True if a register has none left. */
    synchronized boolean isSpent(String workstationId, Instant now) {
        return asked(workstationId, now).size() >= MOST;
    }

    private Deque<Instant> asked(String workstationId, Instant now) {
        Deque<Instant> asked = byRegister.computeIfAbsent(workstationId, id -> new ArrayDeque<>());
        while (!asked.isEmpty() && asked.peekFirst().isBefore(now.minus(SPAN))) {
            asked.removeFirst();
        }
        return asked;
    }
}
