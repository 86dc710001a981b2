package org.tillwright.server.security;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.Fault;

/** The door for operators. */
@Stateless
public class OperatorService {

    private static final int PIN_DIGITS = 6;
    private static final int PIN_LIMIT = 1_000_000;
    private static final int SALT_BYTES = 16;

    @Inject
    Operators operators;

    @Inject
    ConsoleSessions sessions;

    @Inject
    PublicationService publications;

    @Inject
    AuditService audit;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** Returns who may sign on, as registers know them. */
    @RolesAllowed({REGISTER, MANAGER})
    public List<SnapshotMessage.Operator> forRegisters() {
        return operators.active().stream().map(Operator::forRegisters).toList();
    }

    /**
     * Gives an operator a new PIN of four to eight digits, and ends what sessions the operator has. Registers learn it with
     * the next snapshot.
     */
    @RolesAllowed(MANAGER)
    public void setPin(String operatorId, String pin) {
        if (!pin.matches("[0-9]{4,8}")) {
            throw new Refused(
                    ProblemCode.MALFORMED,
                    "A PIN is four to eight digits.",
                    List.of(new Fault("pin", "is not four to eight digits")));
        }
        publications.publish("operator " + operatorId);
        Operator operator = operators
                .find(operatorId)
                .orElseThrow(() ->
                        new Refused(ProblemCode.NOT_FOUND, "There is no operator " + operatorId + "; check the id."));
        operator.setPin(pin, salt());
        sessions.endAll(operatorId);
        audit.record(AuditNote.ofServer("PIN_SET", clock.instant(), "operator " + operatorId, "by a manager"));
    }

    /**
     * Gives every operator a random PIN, on the first start. There is nobody yet who could be asked for a permission, so
     * this works only while no operator has a PIN; afterwards it changes nothing and returns none.
     */
    @PermitAll
    public List<FirstStart.Pin> makeFirstPins() {
        List<FirstStart.Pin> pins = new ArrayList<>();
        List<Operator> active = operators.active();
        if (active.stream().anyMatch(Operator::hasPin)) {
            return pins;
        }
        for (Operator operator : active) {
            String digits = Integer.toString(random.nextInt(PIN_LIMIT));
            String pin = "0".repeat(PIN_DIGITS - digits.length()) + digits;
            operator.setPin(pin, salt());
            pins.add(operator.firstPin(pin));
            audit.record(AuditNote.ofServer(
                    "PIN_SET", clock.instant(), "operator " + operator.operatorId(), "at the first start"));
        }
        return pins;
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
