package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.Roles;
import org.tillwright.server.security.SignOnService;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SignOnRequest;

/** A person signs on at the server, through a register that is known. */
@Path("sign-on")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "People")
public class SignOnResource {

    @Inject
    SignOnService signOn;

    @POST
    @Operation(summary = "Exchange number and PIN for a token in the person's own name")
    @APIResponse(responseCode = "200", description = "The token and how long it is good")
    @APIResponse(responseCode = "422", description = "SIGN_ON_REFUSED, or SIGN_ON_LOCKED after five wrong PINs")
    public SignOnAnswer signOn(SignOnRequest request, @Context SecurityContext register) {
        return signOn.signOn(CallerCheck.nameOf(register), request);
    }
}
