package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.tillwright.server.wallet.WalletService;
import org.tillwright.wire.wallet.WalletRequestMessage;
import org.tillwright.wire.wallet.WalletStateMessage;

/** Payments from phones, and money that goes back to them. */
@Path("wallet-payments")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Wallets")
public class WalletPaymentsResource {

    @Inject
    WalletService wallets;

    @PUT
    @Path("{paymentId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Begin a payment or a refund, or hand in the customer's code; the same again moves nothing twice")
    @APIResponse(responseCode = "200", description = "How it stands; UNCLEAR where the gateway may have moved money")
    @APIResponse(responseCode = "409", description = "The id stands for another payment")
    @APIResponse(responseCode = "422", description = "Certainly nothing moved; the field names why")
    public WalletStateMessage put(
            @PathParam("paymentId") UUID paymentId, WalletRequestMessage request, @Context SecurityContext caller) {
        if (!request.paymentId().equals(paymentId)) {
            throw new Refused(ProblemCode.MALFORMED, "The address and the message name different payments.");
        }
        return wallets.ask(CallerCheck.nameOf(caller), request);
    }

    @GET
    @Path("{paymentId}")
    @Operation(summary = "How a payment stands; one that was never asked for is refused from now on")
    @APIResponse(responseCode = "200", description = "How it stands")
    @APIResponse(responseCode = "403", description = "Another register began it")
    public WalletStateMessage get(@PathParam("paymentId") UUID paymentId, @Context SecurityContext caller) {
        return wallets.status(CallerCheck.nameOf(caller), paymentId);
    }

    @DELETE
    @Path("{paymentId}")
    @Operation(summary = "Stop a payment that nobody has paid, and tell what became of it")
    @APIResponse(responseCode = "200", description = "How it stands; it may have been paid a moment before")
    @APIResponse(responseCode = "403", description = "Another register began it")
    public WalletStateMessage delete(@PathParam("paymentId") UUID paymentId, @Context SecurityContext caller) {
        return wallets.cancel(CallerCheck.nameOf(caller), paymentId);
    }
}
