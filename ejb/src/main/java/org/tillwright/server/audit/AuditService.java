package org.tillwright.server.audit;

import static org.tillwright.server.Roles.MANAGER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The door for the audit trail: add, and read the newest. There is no other command, on purpose. */
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
}
