package org.tillwright.server.stores;

import static org.tillwright.server.Roles.CASHIER;
import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The door for stores and workstations. */
@Stateless
public class StoreService {

    @Inject
    Stores stores;

    @Inject
    Workstations workstations;

    @RolesAllowed({REGISTER, CASHIER})
    public Optional<StoreDetail> find(String storeId) {
        return stores.find(storeId);
    }

    /** Returns all stores by name, with no more than a list of choices needs. */
    @RolesAllowed({REGISTER, CASHIER})
    public List<StoreName> names() {
        return stores.names();
    }

    /** Finds a workstation. Open to all inside: who a caller is begins with it. */
    @PermitAll
    public Optional<WorkstationSummary> findWorkstation(String workstationId) {
        return workstations.find(workstationId).map(Workstation::summary);
    }

    @RolesAllowed(MANAGER)
    public List<WorkstationSummary> workstations() {
        return workstations.all().stream().map(Workstation::summary).toList();
    }
}
