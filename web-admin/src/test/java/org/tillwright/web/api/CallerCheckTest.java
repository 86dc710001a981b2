package org.tillwright.web.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Refused;
import org.tillwright.server.Roles;
import org.tillwright.server.security.Role;
import org.tillwright.server.security.SignOnService;
import org.tillwright.server.security.SignedOn;
import org.tillwright.server.stores.StoreService;
import org.tillwright.server.stores.WorkstationSummary;

/** Whose sale it is decides, not the role alone. */
class CallerCheckTest {

    private final CallerCheck check = new CallerCheck();

    @BeforeEach
    void twoStores() {
        Map<String, String> storeOfTill = Map.of("north-1", "north", "south-1", "south");
        check.stores = new StoreService() {
            @Override
            public Optional<WorkstationSummary> findWorkstation(String id) {
                return Optional.ofNullable(storeOfTill.get(id))
                        .map(store -> new WorkstationSummary(id, store, id, null));
            }
        };
        check.signOn = new SignOnService() {
            @Override
            public Optional<SignedOn> findSession(String token) {
                return token.equals("at-north")
                        ? Optional.of(new SignedOn("ben", Role.CASHIER, "north-1"))
                        : Optional.empty();
            }
        };
    }

    @Test
    void aRegisterLooksUpSalesOfItsOwnStoreOnly() {
        SecurityContext register = caller("north-1", Roles.REGISTER);
        assertThatCode(() -> check.requireStoreOfSale(register, "Bearer x.y.z", "north"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check.requireStoreOfSale(register, "Bearer x.y.z", "south"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NOT_ALLOWED");
    }

    @Test
    void soDoesWhoSignedOnAtOne() {
        SecurityContext cashier = caller("ben", Roles.CASHIER);
        assertThatCode(() -> check.requireStoreOfSale(cashier, "Bearer at-north", "north"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check.requireStoreOfSale(cashier, "bearer  at-north", "south"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aWorkstationThatNobodyKnowsHasNoSales() {
        assertThatThrownBy(() -> check.requireStoreOfSale(caller("gone", Roles.REGISTER), "Bearer x.y.z", "north"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoSignedInToTheConsoleIsAtNoWorkstation() {
        assertThatCode(() -> check.requireStoreOfSale(caller("anna", Roles.MANAGER), "Bearer console", "south"))
                .doesNotThrowAnyException();
    }

    private static SecurityContext caller(String name, String role) {
        return new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
                return () -> name;
            }

            @Override
            public boolean isUserInRole(String asked) {
                return asked.equals(role);
            }

            @Override
            public boolean isSecure() {
                return false;
            }

            @Override
            public String getAuthenticationScheme() {
                return "Bearer";
            }
        };
    }
}
