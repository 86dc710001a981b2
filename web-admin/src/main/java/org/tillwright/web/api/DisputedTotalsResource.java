package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.Roles;
import org.tillwright.server.sales.SalesService;
import org.tillwright.wire.DisputedTotals;

/** Sales that the server would have computed otherwise. */
@Path("disputed-totals")
@RequestScoped
@RolesAllowed(Roles.MANAGER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Sales")
public class DisputedTotalsResource {

    @Inject
    SalesService sales;

    @GET
    @Operation(summary = "Sales whose totals the server computes otherwise, newest first; they stand as told")
    public DisputedTotals all() {
        return sales.disputedTotals();
    }
}
