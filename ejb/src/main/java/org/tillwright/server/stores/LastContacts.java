package org.tillwright.server.stores;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this node noted of registers lately, so that it writes the same again at most once a minute. */
@ApplicationScoped
class LastContacts {

    static final Duration PRECISION = Duration.ofMinutes(1);

    /** Only workstations that exist ask, so this is more than any chain has. */
    private static final int MAX_WORKSTATIONS = 50_000;

    private record Contact(Instant heardAt, long snapshotNumber) {}

    private final Map<String, Contact> written = new ConcurrentHashMap<>();

    /** True if this is worth a row: something new, or a minute after the last. */
    boolean isNews(String workstationId, long snapshotNumber, Instant now) {
        Contact last = written.get(workstationId);
        boolean news = last == null
                || last.snapshotNumber() != snapshotNumber
                || !now.isBefore(last.heardAt().plus(PRECISION));
        if (news && (last != null || written.size() < MAX_WORKSTATIONS)) {
            written.put(workstationId, new Contact(now, snapshotNumber));
        }
        return news;
    }
}
