package org.tillwright.server.audit;

import static org.tillwright.server.Roles.MANAGER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door for the audit trail: add, and read. There is no other command, on purpose. */
@Stateless
public class AuditService {

    /** Rows in one answer. */
    public static final int MAX_ENTRIES = 500;

    @Inject
    AuditEntries entries;

    @Inject
    Clock clock;

    /** Notes something in the caller's transaction. Open to all inside: a refused stranger is noted too. */
    @PermitAll
    public void record(AuditNote note) {
        entries.add(List.of(note), clock.instant());
    }

    /** Notes several things that happened together. */
    @PermitAll
    public void record(List<AuditNote> notes) {
        entries.add(notes, clock.instant());
    }

    /** Returns the newest notes, newest first. */
    @RolesAllowed(MANAGER)
    public List<AuditNote> newest() {
        return entries.newest(MAX_ENTRIES);
    }

    /**
     * Returns the entries that somebody wants to see, newest first by when they happened.
     *
     * @param after the last one of the page before; null for the newest page
     * @param size lines of a page, at most {@link #MAX_ENTRIES}
     */
    @RolesAllowed(MANAGER)
    public AuditPage find(AuditFilter filter, @Nullable AuditPlace after, int size) {
        int lines = Math.max(1, Math.min(size, MAX_ENTRIES));
        List<AuditLine> found = entries.find(filter, after, lines + 1);
        boolean hasMore = found.size() > lines;
        List<AuditLine> page = hasMore ? found.subList(0, lines) : found;
        return new AuditPage(page, hasMore ? page.get(lines - 1).place() : null);
    }

    /** Returns every action that was ever noted, by name. */
    @RolesAllowed(MANAGER)
    public List<String> actions() {
        return entries.actions();
    }
}
