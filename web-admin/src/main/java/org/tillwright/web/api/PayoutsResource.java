package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.Roles;
import org.tillwright.server.settlement.PayoutService;
import org.tillwright.wire.PayoutAnswer;

/** What acquirers paid out. */
@Path("payouts")
@RequestScoped
@RolesAllowed(Roles.MANAGER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Card settlement")
public class PayoutsResource {

    @Inject
    PayoutService payouts;

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary =
                    "Upload an acquirer's file; it is matched with what the store's tills took. The same file again books nothing")
    @APIResponse(responseCode = "200", description = "How many lines fit, and how many do not")
    @APIResponse(responseCode = "422", description = "Everything that is wrong with the file; nothing of it was taken")
    public PayoutAnswer upload(
            @QueryParam("store") @Nullable String store,
            @QueryParam("name") @Nullable String name,
            @QueryParam("columns") @Nullable String columns,
            byte[] content,
            @Context SecurityContext caller) {
        if (store == null || name == null || name.isBlank()) {
            throw new Refused(
                    ProblemCode.MALFORMED, "The address names no store and no file; add ?store=ID&name=FILE.");
        }
        return payouts.upload(store, name, content, columns, CallerCheck.nameOf(caller));
    }
}
