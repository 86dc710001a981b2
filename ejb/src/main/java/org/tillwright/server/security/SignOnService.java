package org.tillwright.server.security;

import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.RefusedAndNoted;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.platform.Secrets;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SignOnRequest;

/** The door through which a person gets a token, by number and PIN, at an enrolled register. */
@Stateless
public class SignOnService {

    /** Wrong PINs in a row that lock an operator. */
    public static final int MAX_WRONG_PINS = 5;

    public static final Duration LOCK = Duration.ofMinutes(15);
    public static final Duration SESSION_LIFETIME = Duration.ofHours(12);

    private static final int TOKEN_BYTES = 32;

    @Inject
    Operators operators;

    @Inject
    AuditService audit;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /**
     * Signs a person on.
     *
     * @param workstationId where; from the register's token, not from the request
     * @throws Refused with {@code SIGN_ON_REFUSED} or {@code SIGN_ON_LOCKED}; the wrong PIN is counted all the same
     */
    @RolesAllowed(REGISTER)
    public SignOnAnswer signOn(String workstationId, SignOnRequest request) {
        Instant now = clock.instant();
        Optional<Operator> known = operators.findActiveByNumber(request.operatorNumber());
        if (known.isEmpty()) {
            note("SIGN_ON_REFUSED", now, workstationId, null, "operator number " + request.operatorNumber());
            throw new RefusedAndNoted(ProblemCode.SIGN_ON_REFUSED, "The number or the PIN is wrong; try again.");
        }
        Operator operator = known.get();
        Operators.WrongPins before = operators.lockWrongPins(operator.operatorId());
        if (before.isLockedAt(now)) {
            note("SIGN_ON_REFUSED", now, workstationId, operator.operatorId(), "locked");
            throw locked();
        }
        if (!operator.accepts(request.pin())) {
            throw wrongPin(operator, before, workstationId, now);
        }
        operators.setWrongPins(operator.operatorId(), new Operators.WrongPins(0, null));
        note("SIGNED_ON", now, workstationId, operator.operatorId(), null);
        return begin(operator, workstationId, now);
    }

    /** Finds who holds a token; empty when it is unknown or too old, or its owner may no longer come in. */
    @PermitAll
    public Optional<SignedOn> findSession(String token) {
        Instant now = clock.instant();
        return operators
                .findSession(Secrets.hash(token))
                .filter(session -> session.isGoodAt(now))
                .flatMap(session -> operators
                        .find(session.operatorId())
                        .filter(Operator::isActive)
                        .map(operator ->
                                new SignedOn(operator.operatorId(), operator.role(), session.workstationId())));
    }

    private SignOnAnswer begin(Operator operator, String workstationId, Instant now) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = now.plus(SESSION_LIFETIME);
        operators.begin(
                new PersonSession(Secrets.hash(token), operator.operatorId(), workstationId, now, expiresAt), now);
        return new SignOnAnswer(
                token, expiresAt, operator.operatorId(), operator.role().name());
    }

    private Refused wrongPin(Operator operator, Operators.WrongPins before, String workstationId, Instant now) {
        long count = before.lockedUntil() == null ? before.count() + 1 : 1;
        boolean locks = count >= MAX_WRONG_PINS;
        operators.setWrongPins(operator.operatorId(), new Operators.WrongPins(count, locks ? now.plus(LOCK) : null));
        note("SIGN_ON_REFUSED", now, workstationId, operator.operatorId(), "wrong PIN, " + count + " in a row");
        if (!locks) {
            return new RefusedAndNoted(ProblemCode.SIGN_ON_REFUSED, "The number or the PIN is wrong; try again.");
        }
        note("SIGN_ON_LOCKED", now, workstationId, operator.operatorId(), null);
        return locked();
    }

    private static Refused locked() {
        return new RefusedAndNoted(
                ProblemCode.SIGN_ON_LOCKED,
                "After " + MAX_WRONG_PINS + " wrong PINs this operator is locked for " + LOCK.toMinutes()
                        + " minutes; wait, or sign on as someone else.");
    }

    private void note(
            String action, Instant now, String workstationId, @Nullable String operatorId, @Nullable String detail) {
        audit.record(new AuditNote(action, now, null, workstationId, operatorId, null, detail));
    }
}
