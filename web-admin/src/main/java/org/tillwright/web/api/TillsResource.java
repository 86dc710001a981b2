package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.Roles;
import org.tillwright.server.cash.TillService;
import org.tillwright.wire.TillTotals;

/** What the books say of a till. */
@Path("tills")
@RequestScoped
@RolesAllowed({Roles.REGISTER, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Tills")
public class TillsResource {

    @Inject
    TillService tills;

    @Inject
    CallerCheck check;

    @GET
    @Path("{tillSessionId}")
    @Operation(summary = "Totals of one till session, to compare with the register's own")
    @APIResponse(responseCode = "200", description = "Totals by tender, tax and net")
    @APIResponse(responseCode = "404", description = "No record of this till session has arrived yet")
    public TillTotals find(@PathParam("tillSessionId") UUID tillSessionId, @Context SecurityContext caller) {
        check.requireStoreOfTill(caller, tillSessionId);
        return tills.find(tillSessionId).orElseThrow(NotFoundException::new);
    }
}
