package org.tillwright.wire.pricing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds things that come back to themselves. Walks without recursion: a chain may be as long as a document. */
final class Circles {

    private Circles() {}

    /** Returns one circle, beginning and ending with the same id; empty when there is none. */
    static Optional<List<String>> find(Map<String, List<String>> next) {
        Set<String> done = new HashSet<>();
        for (String start : next.keySet()) {
            Optional<List<String>> circle = from(start, next, done);
            if (circle.isPresent()) {
                return circle;
            }
        }
        return Optional.empty();
    }

    /** Returns the first thing from which more than so many steps can be taken, where there is no circle. */
    static Optional<String> longerThan(int most, Map<String, List<String>> next) {
        Set<String> starts = new LinkedHashSet<>(next.keySet());
        for (int step = 1; step <= most; step++) {
            Set<String> before = starts;
            starts = new LinkedHashSet<>();
            for (String start : before) {
                if (next.getOrDefault(start, List.of()).stream().anyMatch(before::contains)) {
                    starts.add(start);
                }
            }
        }
        return starts.stream().findFirst();
    }

    private static Optional<List<String>> from(String start, Map<String, List<String>> next, Set<String> done) {
        Deque<String> path = new ArrayDeque<>();
        Map<String, Iterator<String>> open = new HashMap<>();
        path.addLast(start);
        while (!path.isEmpty()) {
            String here = path.getLast();
            if (done.contains(here)) {
                path.removeLast();
                continue;
            }
            Iterator<String> rest = open.computeIfAbsent(
                    here, id -> next.getOrDefault(id, List.of()).iterator());
            if (!rest.hasNext()) {
                done.add(here);
                open.remove(here);
                path.removeLast();
                continue;
            }
            String there = rest.next();
            if (open.containsKey(there)) {
                return Optional.of(circle(path, there));
            }
            path.addLast(there);
        }
        return Optional.empty();
    }

    private static List<String> circle(Deque<String> path, String meeting) {
        List<String> circle = new ArrayList<>(path);
        List<String> part = new ArrayList<>(circle.subList(circle.indexOf(meeting), circle.size()));
        part.add(meeting);
        return List.copyOf(part);
    }
}
