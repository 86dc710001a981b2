package org.tillwright.server.container;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.RefusedAndNoted;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;

/** Writes something, and then says no in one of the two ways there are. */
@Stateless
@PermitAll
public class Noter {

    @Inject
    AuditService audit;

    public void noteAndRefuse(String action) {
        note(action);
        throw new Refused(ProblemCode.NOT_ALLOWED, "This is only a test.");
    }

    public void noteAndRefuseNoted(String action) {
        note(action);
        throw new RefusedAndNoted(ProblemCode.NOT_ALLOWED, "This is only a test.");
    }

    public void noteAndBreak(String action) {
        note(action);
        throw new IllegalStateException("This is only a test.");
    }

    private void note(String action) {
        audit.record(AuditNote.ofServer(action, Instant.now(), "container", "test"));
    }
}
