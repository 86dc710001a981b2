package org.tillwright.server.security;

import static org.tillwright.server.Roles.MANAGER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.BadgeCode;
import org.tillwright.wire.BadgeUid;

/** The door for badges. A change is a publication: registers know badges by their snapshot, also while the server is away. */
@Stateless
public class BadgeService {

    @Inject
    Operators operators;

    @Inject
    Badges badges;

    @Inject
    PublicationService publications;

    @Inject
    AuditService audit;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /**
     * Makes a badge for an operator and returns its code: it can be shown and printed now, and never again. An earlier badge
     * ends with it.
     */
    @RolesAllowed(MANAGER)
    public String make(String operatorId, String managerId) {
        Operator operator = lock(operatorId);
        byte[] bytes = new byte[BadgeCode.RANDOM_CHARACTERS];
        random.nextBytes(bytes);
        String code = BadgeCode.of(bytes);
        publications.publish("operator " + operatorId);
        badges.set(operator.operatorId(), BadgeCode.verifierOf(code), clock.instant());
        note("BADGE_MADE", operatorId, managerId);
        return code;
    }

    /**
     * Makes a radio card that the operator has already their badge; an earlier badge ends with it. Its number is kept as a
     * hash only, and stands nowhere in the audit trail.
     *
     * @param written the number as a reader wrote it
     */
    @RolesAllowed(MANAGER)
    public void enrol(String operatorId, String written, BadgeUid.Format format, String managerId) {
        Operator operator = lock(operatorId);
        String uid = BadgeUid.read(written, format)
                .orElseThrow(() -> new Refused(ProblemCode.UNSOUND_ENTRY, OperatorReason.UID_UNSOUND));
        String verifier = BadgeCode.verifierOf(BadgeCode.ofUid(uid));
        boolean isTaken = badges.holderOf(verifier)
                .filter(holder -> !holder.equals(operator.operatorId()))
                .isPresent();
        if (isTaken) {
            throw new Refused(ProblemCode.UNSOUND_ENTRY, OperatorReason.UID_TAKEN);
        }
        publications.publish("operator " + operatorId);
        badges.set(operator.operatorId(), verifier, clock.instant());
        note("BADGE_ENROLLED", operatorId, managerId);
    }

    /** Takes a badge away, as when it was lost; registers take it no more from their next snapshot on. */
    @RolesAllowed(MANAGER)
    public void revoke(String operatorId, String managerId) {
        lock(operatorId);
        if (badges.remove(operatorId)) {
            publications.publish("operator " + operatorId);
            note("BADGE_REVOKED", operatorId, managerId);
        }
    }

    private Operator lock(String operatorId) {
        publications.hold();
        return operators
                .find(operatorId)
                .orElseThrow(() ->
                        new Refused(ProblemCode.NOT_FOUND, "There is no operator " + operatorId + "; check the id."));
    }

    private void note(String action, String operatorId, @Nullable String managerId) {
        audit.record(new AuditNote(action, clock.instant(), null, null, managerId, "operator " + operatorId, null));
    }
}
