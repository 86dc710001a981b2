package org.tillwright.server.security;

import static org.tillwright.server.Roles.MANAGER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.tillwright.server.stores.WorkstationService;

/**
 * The door through which a register goes: from then on its key is refused here, on other nodes within half a minute, and
 * nobody is signed on there any more.
 */
@Stateless
public class RegisterAccessService {

    @Inject
    WorkstationService workstations;

    @Inject
    Operators operators;

    @Inject
    RegisterKeys keys;

    /** Takes a register's place away; the workstation stays, for another register to enrol at. */
    @RolesAllowed(MANAGER)
    public void revoke(String workstationId, String managerId) {
        workstations.revoke(workstationId, managerId);
        forget(workstationId);
    }

    /** Takes a workstation out of use, and the place of whatever register stands there away. */
    @RolesAllowed(MANAGER)
    public void retire(String workstationId, String managerId) {
        workstations.retire(workstationId, managerId);
        forget(workstationId);
    }

    private void forget(String workstationId) {
        operators.endSessionsAt(workstationId);
        keys.forget(workstationId);
    }
}
