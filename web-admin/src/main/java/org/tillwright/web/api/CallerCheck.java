package org.tillwright.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.Roles;
import org.tillwright.server.cash.TillService;
import org.tillwright.server.security.SignOnService;
import org.tillwright.server.security.SignedOn;
import org.tillwright.server.stores.StoreService;
import org.tillwright.server.stores.WorkstationSummary;

/** Whether the caller may ask about the very thing that the address names; roles alone do not tell. */
@RequestScoped
public class CallerCheck {

    /** Before the token in the header; whoever got here has one. */
    private static final String SCHEME = "Bearer ";

    @Inject
    StoreService stores;

    @Inject
    TillService tills;

    @Inject
    SignOnService signOn;

    /** The workstation's or the operator's id, by what the token is. */
    static String nameOf(SecurityContext caller) {
        return caller.getUserPrincipal().getName();
    }

    /** The token of a request's header that its caller was let in by. */
    static String tokenOf(String authorization) {
        return authorization.substring(SCHEME.length()).strip();
    }

    /**
     * A register writes and asks about its own journal only.
     *
     * @throws Refused with {@code NOT_ALLOWED} when the token is another workstation's
     */
    void requireWorkstation(SecurityContext caller, String workstationId) {
        if (!nameOf(caller).equals(workstationId)) {
            throw new Refused(
                    ProblemCode.NOT_ALLOWED,
                    "This token is the one of " + nameOf(caller) + "; only " + workstationId
                            + " itself may use its journal.");
        }
    }

    /**
     * A register asks about the tills of its own store only; a person may ask about any.
     *
     * @throws Refused with {@code NOT_ALLOWED} when the till is another store's
     */
    void requireStoreOfTill(SecurityContext caller, UUID tillSessionId) {
        Optional<String> tillsStore = tills.storeOf(tillSessionId);
        if (caller.isUserInRole(Roles.REGISTER)
                && tillsStore.isPresent()
                && !tillsStore.equals(storeOf(nameOf(caller)))) {
            throw new Refused(ProblemCode.NOT_ALLOWED, "This till is another store's; ask a register of that store.");
        }
    }

    /**
     * A register asks about the sales of its own store only, and so does whoever signed on at one. Who signed in to the
     * console is at no workstation, and may ask about any.
     *
     * @param authorization the request's header, from which a person's sign-on is known
     * @throws Refused with {@code NOT_ALLOWED} when the sale is another store's
     */
    void requireStoreOfSale(SecurityContext caller, String authorization, String storeId) {
        Optional<String> workstation = caller.isUserInRole(Roles.REGISTER)
                ? Optional.of(nameOf(caller))
                : signOn.findSession(tokenOf(authorization)).map(SignedOn::workstationId);
        if (workstation.isPresent() && !workstation.flatMap(this::storeOf).equals(Optional.of(storeId))) {
            throw new Refused(ProblemCode.NOT_ALLOWED, "This sale is another store's; ask a register of that store.");
        }
    }

    private Optional<String> storeOf(String workstationId) {
        return stores.findWorkstation(workstationId).map(WorkstationSummary::storeId);
    }
}
