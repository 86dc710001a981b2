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
import org.tillwright.server.value.ValueService;
import org.tillwright.wire.value.ValueBalance;

/** Money that is kept under a number. */
@Path("values")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Stored value")
public class ValuesResource {

    @Inject
    ValueService values;

    @GET
    @Path("{kind}/{number}")
    @Operation(summary = "What is kept under a number, in the currency of the register's store")
    @APIResponse(responseCode = "200", description = "What it sums to, and what can be paid with now")
    @APIResponse(responseCode = "422", description = "There is nothing under this number")
    public ValueBalance balance(
            @PathParam("kind") String kind, @PathParam("number") String number, @Context SecurityContext caller) {
        return values.balance(CallerCheck.nameOf(caller), kind, number);
    }
}
