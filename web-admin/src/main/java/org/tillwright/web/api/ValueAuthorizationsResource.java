package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
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
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.Roles;
import org.tillwright.server.value.ValueService;
import org.tillwright.wire.value.ValueAuthorization;
import org.tillwright.wire.value.ValueAuthorizationRequest;

/** Amounts that registers have set aside while a customer pays. */
@Path("value-authorizations")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Stored value")
public class ValueAuthorizationsResource {

    @Inject
    ValueService values;

    @PUT
    @Path("{authorizationId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set an amount aside; the same again gets the same answer")
    @APIResponse(
            responseCode = "200",
            description = "It is set aside until the sale arrives, is given up, or a day is over")
    @APIResponse(responseCode = "409", description = "The id stands for another amount")
    @APIResponse(responseCode = "422", description = "That much cannot be paid with it; the field names why")
    public ValueAuthorization put(
            @PathParam("authorizationId") UUID authorizationId,
            ValueAuthorizationRequest request,
            @Context SecurityContext caller) {
        if (!request.authorizationId().equals(authorizationId)) {
            throw new Refused(ProblemCode.MALFORMED, "The address and the message name different authorizations.");
        }
        return values.authorize(CallerCheck.nameOf(caller), request);
    }

    @DELETE
    @Path("{authorizationId}")
    @Operation(summary = "Give up what was set aside, or will be when the question comes late")
    @APIResponse(responseCode = "204", description = "Nothing is set aside under this id")
    @APIResponse(responseCode = "403", description = "Another register set it aside")
    public void delete(@PathParam("authorizationId") UUID authorizationId, @Context SecurityContext caller) {
        values.release(CallerCheck.nameOf(caller), authorizationId);
    }
}
