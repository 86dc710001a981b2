package org.tillwright.web.api;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.security.ConsoleAccessService;
import org.tillwright.wire.ConsoleSignInRequest;
import org.tillwright.wire.SignOnAnswer;

/** A supervisor's or manager's program signs in as the person would at the console, without a register. */
@Path("console-sessions")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class ConsoleSessionsResource {

    @Inject
    ConsoleAccessService console;

    @POST
    @Operation(summary = "Exchange number and console password for a token in the person's own name")
    @APIResponse(
            responseCode = "200",
            description = "A bearer token; it ends with its expiry, and earlier when it is not used for half an hour")
    @APIResponse(responseCode = "403", description = "NOT_ALLOWED: the person is a cashier")
    @APIResponse(responseCode = "422", description = "SIGN_ON_REFUSED, or SIGN_ON_LOCKED after five wrong passwords")
    public SignOnAnswer signIn(ConsoleSignInRequest request) {
        return console.signIn(request);
    }

    /**
     * Ends the session that the caller was let in by.
     *
     * @param authorization the request's header
     */
    @DELETE
    @RolesAllowed({SUPERVISOR, MANAGER})
    @Operation(summary = "End the session of the token that is sent")
    @APIResponse(responseCode = "204", description = "The token opens nothing any more, and its open pages end")
    public void signOut(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        console.signOut(CallerCheck.tokenOf(authorization));
    }
}
