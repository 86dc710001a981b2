package org.tillwright.register.tally;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tillwright.wire.till.TillFigure;

/**
 * The figures of the tills that are open, and those of the workstation that are never reset. In memory as they are in the
 * journal's file; any thread may ask.
 */
public final class TillSums {

    /** Stands where a till's id would: what is counted of the workstation, over all its tills. */
    public static final String WORKSTATION = "";

    private final Map<String, Map<Key, Sum>> byTill = new LinkedHashMap<>();
    private String current = WORKSTATION;

    /** What is counted, and of what. */
    public record Key(TillFigure figure, String subject) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byFigure = figure.compareTo(other.figure);
            return byFigure != 0 ? byFigure : subject.compareTo(other.subject);
        }
    }

    /** How many, and how much. */
    public record Sum(long count, long amountMinor) {

        public static final Sum NONE = new Sum(0, 0);

        Sum plus(long more, long moreMinor) {
            return new Sum(Math.addExact(count, more), Math.addExact(amountMinor, moreMinor));
        }
    }

    /** Adds what a record adds; a settled till is forgotten. */
    public synchronized void add(List<Addition> additions) {
        for (Addition addition : additions) {
            Map<Key, Sum> sums = byTill.computeIfAbsent(addition.till(), till -> new HashMap<>());
            sums.merge(
                    new Key(addition.figure(), addition.subject()),
                    new Sum(addition.count(), addition.amountMinor()),
                    (before, more) -> before.plus(more.count(), more.amountMinor()));
            if (!addition.till().equals(WORKSTATION)) {
                current = addition.till();
            }
        }
        if (isSettled(current)) {
            byTill.remove(current);
            current = WORKSTATION;
        }
    }

    private boolean isSettled(String till) {
        return of(till, TillFigure.SETTLED, "").count() > 0;
    }

    /** One sum of one till. */
    public synchronized Sum of(String till, TillFigure figure, String subject) {
        return byTill.getOrDefault(till, Map.of()).getOrDefault(new Key(figure, subject), Sum.NONE);
    }

    /** What a figure comes to over all its subjects. */
    public synchronized Sum of(String till, TillFigure figure) {
        Sum sum = Sum.NONE;
        for (Map.Entry<Key, Sum> entry : byTill.getOrDefault(till, Map.of()).entrySet()) {
            if (entry.getKey().figure() == figure) {
                sum = sum.plus(entry.getValue().count(), entry.getValue().amountMinor());
            }
        }
        return sum;
    }

    /** A figure by its subjects, in their order. */
    public synchronized Map<String, Sum> bySubject(String till, TillFigure figure) {
        Map<String, Sum> found = new TreeMap<>();
        byTill.getOrDefault(till, Map.of()).forEach((key, sum) -> {
            if (key.figure() == figure) {
                found.put(key.subject(), sum);
            }
        });
        return found;
    }

    /** Everything that is counted of a till, in a fixed order. */
    public synchronized Map<Key, Sum> all(String till) {
        return new TreeMap<>(byTill.getOrDefault(till, Map.of()));
    }

    /** The tills that were opened and not settled, the oldest first. */
    public synchronized List<String> open() {
        return byTill.keySet().stream()
                .filter(till -> of(till, TillFigure.OPENED).count() > 0)
                .sorted((one, other) -> Long.compare(
                        of(one, TillFigure.OPENED).amountMinor(),
                        of(other, TillFigure.OPENED).amountMinor()))
                .toList();
    }

    /** The till that the newest record was of; {@link #WORKSTATION} when it is open no more. */
    public synchronized String current() {
        return current;
    }

    /** Takes up where the file says that the records had come to. */
    public synchronized void resume(String till) {
        current = byTill.containsKey(till) ? till : WORKSTATION;
    }

    /** The open till that an operator opened, or else the one that the newest record was of. */
    synchronized String tillOf(String operatorId) {
        List<String> open = open();
        for (String till : open) {
            if (of(till, TillFigure.OPENED, operatorId).count() > 0) {
                return till;
            }
        }
        if (open.contains(current)) {
            return current;
        }
        return open.size() == 1 ? Objects.requireNonNull(open.get(0)) : WORKSTATION;
    }
}
