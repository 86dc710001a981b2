package org.tillwright.server.stores;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;

/** The door for workstations: what stands there, and when it was last heard from. */
@Stateless
public class WorkstationService {

    /** Workstations in use in one store. */
    public static final int MAX_IN_USE = 99;

    @Inject
    Workstations workstations;

    @Inject
    Stores stores;

    @Inject
    LastContacts contacts;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Returns the workstations of a store, those out of use last. */
    @RolesAllowed(SUPERVISOR)
    public List<WorkstationState> of(String storeId) {
        return workstations.states(storeId, clock.instant());
    }

    @RolesAllowed(SUPERVISOR)
    public Optional<WorkstationState> find(String workstationId) {
        return workstations.state(workstationId, clock.instant());
    }

    /**
     * Adds a workstation to a store; a register can enrol there at once.
     *
     * @param managerId who does it
     * @return the new workstation's id
     */
    @RolesAllowed(MANAGER)
    public String create(String storeId, String name, String managerId) {
        if (!stores.lock(storeId)) {
            throw new Refused(ProblemCode.NOT_FOUND, "There is no store " + storeId + "; choose one from the list.");
        }
        if (!StoreCheck.isName(name)) {
            throw new Refused(ProblemCode.UNSOUND_ENTRY, StoreReason.NAME_UNSOUND);
        }
        requireRoom(storeId);
        String workstationId = workstations.nextId();
        workstations.add(workstationId, storeId, name);
        audit.record(note("WORKSTATION_CREATED", clock.instant(), storeId, workstationId, managerId));
        return workstationId;
    }

    /** Gives a workstation another name; its register learns it when it next enrols. */
    @RolesAllowed(MANAGER)
    public void rename(String workstationId, String name, String managerId) {
        Workstation workstation = known(workstationId);
        if (!StoreCheck.isName(name)) {
            throw new Refused(ProblemCode.UNSOUND_ENTRY, StoreReason.NAME_UNSOUND);
        }
        if (!workstation.summary().name().equals(name)) {
            workstation.rename(name);
            audit.record(noteOf("WORKSTATION_RENAMED", workstation, managerId));
        }
    }

    /** Puts a retired workstation back into use; a register must enrol there anew. */
    @RolesAllowed(MANAGER)
    public void bringBack(String workstationId, String managerId) {
        Workstation workstation = known(workstationId);
        String storeId = workstation.summary().storeId();
        stores.lock(storeId);
        if (workstations.isRetired(workstationId)) {
            requireRoom(storeId);
            workstations.bringBack(workstationId);
            audit.record(noteOf("WORKSTATION_BROUGHT_BACK", workstation, managerId));
        }
    }

    /**
     * Takes a register's place away: what it signs is refused from now on. What it has sold and not sent yet stays in its
     * journal. Called through the door of security, which ends sessions and forgets the key.
     */
    @RolesAllowed(MANAGER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void revoke(String workstationId, String managerId) {
        Workstation workstation = known(workstationId);
        if (workstation.publicKey() != null) {
            workstations.keepFormerKey(workstation, clock.instant());
            workstation.revoke();
            audit.record(noteOf("REGISTER_REVOKED", workstation, managerId));
        }
    }

    /** Takes a workstation out of use with whatever stands there; open enrolment codes for it end. */
    @RolesAllowed(MANAGER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void retire(String workstationId, String managerId) {
        Instant now = clock.instant();
        // The codes first: a register that enrols at this moment is waited for, and then its key is seen and taken
        // away.
        workstations.endCodes(workstationId, now);
        Workstation workstation = known(workstationId);
        if (!workstations.isRetired(workstationId)) {
            workstations.keepFormerKey(workstation, now);
            workstation.revoke();
            workstations.retire(workstationId, now);
            audit.record(noteOf("WORKSTATION_RETIRED", workstation, managerId));
        }
    }

    /**
     * Notes that a register asked for news; at most once a minute, in a transaction of its own, and never on a sale's way.
     *
     * @param snapshotNumber of the snapshot it has
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void heard(String workstationId, long snapshotNumber) {
        Instant now = clock.instant();
        if (contacts.isNews(workstationId, snapshotNumber, now)) {
            workstations.heard(workstationId, snapshotNumber, now);
        }
    }

    static AuditNote note(String action, Instant now, String storeId, String workstationId, String managerId) {
        return new AuditNote(action, now, storeId, workstationId, managerId, "workstation " + workstationId, null);
    }

    private AuditNote noteOf(String action, Workstation workstation, String managerId) {
        WorkstationSummary summary = workstation.summary();
        return note(action, clock.instant(), summary.storeId(), summary.workstationId(), managerId);
    }

    private void requireRoom(String storeId) {
        if (workstations.countInUse(storeId) >= MAX_IN_USE) {
            throw new Refused(ProblemCode.UNSOUND_ENTRY, StoreReason.TOO_MANY_WORKSTATIONS);
        }
    }

    private Workstation known(String workstationId) {
        return workstations
                .find(workstationId)
                .orElseThrow(() -> new Refused(
                        ProblemCode.NOT_FOUND, "There is no workstation " + workstationId + "; check its id."));
    }
}
