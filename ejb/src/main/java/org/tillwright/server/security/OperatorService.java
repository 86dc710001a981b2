package org.tillwright.server.security;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.PinVerifier;
import org.tillwright.wire.SnapshotMessage;

/**
 * The door for operators. Each change is one publication, because registers sign people on by their snapshot, and one
 * audit row that names who made it.
 */
@Stateless
public class OperatorService {

    /** Operators of one server; each is in every register's snapshot. */
    public static final int MAX_OPERATORS = 1_000;

    private static final int SALT_BYTES = 16;

    @Inject
    Operators operators;

    @Inject
    Badges badges;

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
        Map<String, String> known = badges.verifiers();
        return operators.active().stream()
                .map(operator -> operator.forRegisters(known.get(operator.operatorId())))
                .toList();
    }

    /**
     * Returns what an operator was when a version was published; empty for one who might not sign on then, and for nobody.
     */
    @RolesAllowed({REGISTER, SUPERVISOR})
    public Optional<Role> roleAt(String operatorId, long version) {
        return operators.roleAt(operatorId, version);
    }

    /** Returns everybody, those who have left last. */
    @RolesAllowed(SUPERVISOR)
    public List<OperatorSummary> all() {
        return operators.summaries(clock.instant());
    }

    @RolesAllowed(SUPERVISOR)
    public Optional<OperatorSummary> find(String operatorId) {
        return operators.summary(operatorId, clock.instant());
    }

    /**
     * Adds an operator, who has no PIN yet and so cannot sign on.
     *
     * @param managerId who does it
     * @return the new operator's id
     */
    @RolesAllowed(MANAGER)
    public String create(OperatorDraft draft, String managerId) {
        publications.hold();
        List<OperatorReason> reasons = OperatorCheck.reasonsAgainst(draft);
        if (operators.isNumberTaken(draft.number(), "")) {
            reasons.add(OperatorReason.NUMBER_TAKEN);
        }
        if (operators.count() >= MAX_OPERATORS) {
            reasons.add(OperatorReason.TOO_MANY_OPERATORS);
        }
        requireNone(reasons);
        String operatorId = operators.nextId();
        publications.publish("operator " + operatorId);
        operators.add(new Operator(operatorId, draft));
        note("OPERATOR_CREATED", operatorId, managerId, "role " + draft.role());
        return operatorId;
    }

    /**
     * Changes an operator. A new role ends the operator's sessions.
     *
     * @param seen what was shown when the change was begun: what somebody else has changed since is not overwritten
     * @param managerId who does it
     */
    @RolesAllowed(MANAGER)
    public void change(String operatorId, OperatorDraft seen, OperatorDraft wanted, String managerId) {
        Operator operator = lock(operatorId);
        OperatorDraft before = operator.draft();
        requireSeen(before, seen);
        if (before.equals(wanted)) {
            return;
        }
        List<OperatorReason> reasons = OperatorCheck.reasonsAgainst(wanted);
        if (operators.isNumberTaken(wanted.number(), operatorId)) {
            reasons.add(OperatorReason.NUMBER_TAKEN);
        }
        boolean lowered = wanted.role().compareTo(before.role()) < 0;
        if (lowered && operatorId.equals(managerId)) {
            reasons.add(OperatorReason.OWN_ROLE);
        } else if (before.role() == Role.MANAGER && wanted.role() != Role.MANAGER && isLastManager(operatorId)) {
            reasons.add(OperatorReason.LAST_MANAGER);
        }
        requireNone(reasons);
        long number = publications.publish("operator " + operatorId);
        if (before.role() != wanted.role()) {
            operators.keepFormer(operator, number);
        }
        operator.become(wanted);
        if (before.role() != wanted.role()) {
            sessions.endAll(operatorId);
        }
        note("OPERATOR_CHANGED", operatorId, managerId, OperatorCheck.difference(before, wanted));
    }

    /** Lets an operator sign on again; the old PIN is good again too. */
    @RolesAllowed(MANAGER)
    public void activate(String operatorId, String managerId) {
        Operator operator = lock(operatorId);
        if (!operator.isActive()) {
            operators.keepFormer(operator, publications.publish("operator " + operatorId));
            operator.activate();
            note("OPERATOR_ACTIVATED", operatorId, managerId, null);
        }
    }

    /** Lets an operator sign on no more, at registers from their next snapshot on, and ends the operator's sessions. */
    @RolesAllowed(MANAGER)
    public void deactivate(String operatorId, String managerId) {
        Operator operator = lock(operatorId);
        if (!operator.isActive()) {
            return;
        }
        if (operatorId.equals(managerId)) {
            requireNone(List.of(OperatorReason.OWN_ACTIVITY));
        }
        if (operator.role() == Role.MANAGER && isLastManager(operatorId)) {
            requireNone(List.of(OperatorReason.LAST_MANAGER));
        }
        operators.keepFormer(operator, publications.publish("operator " + operatorId));
        operator.deactivate();
        sessions.endAll(operatorId);
        note("OPERATOR_DEACTIVATED", operatorId, managerId, null);
    }

    /** Gives an operator a PIN that a manager chose; registers learn it with the next snapshot. */
    @RolesAllowed(MANAGER)
    public void setPin(String operatorId, String pin, String managerId) {
        OperatorSummary known = find(operatorId).orElseThrow(() -> unknown(operatorId));
        requireNone(PinRules.reasonsAgainst(pin, known.number()));
        storePin(operatorId, pin, managerId);
    }

    /** Gives an operator a random PIN and returns it: it can be shown now, and never again. */
    @RolesAllowed(MANAGER)
    public String makePin(String operatorId, String managerId) {
        String pin = PinRules.make(random);
        storePin(operatorId, pin, managerId);
        return pin;
    }

    /** Forgets an operator's wrong PINs, so that the operator need not wait. */
    @RolesAllowed(MANAGER)
    public void unlock(String operatorId, String managerId) {
        OperatorSummary operator = find(operatorId).orElseThrow(() -> unknown(operatorId));
        operators.lockWrongPins(operator.operatorId());
        operators.setWrongPins(operator.operatorId(), new Operators.WrongPins(0, null));
        note("PIN_UNLOCKED", operator.operatorId(), managerId, null);
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
            String pin = PinRules.make(random);
            operator.setPinVerifier(PinVerifier.of(pin, salt()));
            pins.add(operator.firstPin(pin));
            audit.record(AuditNote.ofServer(
                    "PIN_SET", clock.instant(), "operator " + operator.operatorId(), "at the first start"));
        }
        return pins;
    }

    private void storePin(String operatorId, String pin, String managerId) {
        // Made before the lock: it takes a tenth of a second on purpose, and nobody else must wait for it.
        String verifier = PinVerifier.of(pin, salt());
        Operator operator = lock(operatorId);
        publications.publish("operator " + operatorId);
        operator.setPinVerifier(verifier);
        operators.lockWrongPins(operatorId);
        operators.setWrongPins(operatorId, new Operators.WrongPins(0, null));
        endSessions(operatorId, managerId);
        note("PIN_SET", operatorId, managerId, "by a manager");
    }

    /** Whoever changes his own PIN here came in by his password, and stays: the PIN must still be shown to him. */
    private void endSessions(String operatorId, String managerId) {
        if (operatorId.equals(managerId)) {
            operators.endSessions(operatorId);
        } else {
            sessions.endAll(operatorId);
        }
    }

    /** Makes other changes of people wait, and reads the operator only then. */
    private Operator lock(String operatorId) {
        publications.hold();
        return operators.find(operatorId).orElseThrow(() -> unknown(operatorId));
    }

    private boolean isLastManager(String operatorId) {
        return !operators.otherManagerMayComeIn(operatorId);
    }

    private void note(String action, String operatorId, String managerId, @Nullable String detail) {
        audit.record(new AuditNote(action, clock.instant(), null, null, managerId, "operator " + operatorId, detail));
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static void requireSeen(OperatorDraft before, OperatorDraft seen) {
        if (!before.equals(seen)) {
            throw new Refused(ProblemCode.CHANGED_MEANWHILE, OperatorReason.CHANGED_MEANWHILE);
        }
    }

    private static void requireNone(List<OperatorReason> reasons) {
        if (!reasons.isEmpty()) {
            throw new Refused(ProblemCode.UNSOUND_ENTRY, reasons);
        }
    }

    private static Refused unknown(String operatorId) {
        return new Refused(ProblemCode.NOT_FOUND, "There is no operator " + operatorId + "; check the id.");
    }
}
