package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.Roles;
import org.tillwright.server.sales.ReceiptService;
import org.tillwright.wire.sale.ReceiptFound;

/** Receipts that customers bring back, of any store. */
@Path("receipts")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Sales")
public class ReceiptsResource {

    @Inject
    ReceiptService receipts;

    @GET
    @Path("{code}")
    @Operation(summary = "The sale of a receipt, and what of it came back")
    @APIResponse(responseCode = "200", description = "The sale, its returns, and what it was priced by")
    @APIResponse(responseCode = "404", description = "No such sale has arrived")
    @APIResponse(responseCode = "422", description = "The register asked for too many receipts by number")
    public ReceiptFound find(@PathParam("code") String code, @Context SecurityContext caller) {
        return receipts.find(CallerCheck.nameOf(caller), code);
    }
}
