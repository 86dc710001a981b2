package org.tillwright.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.wallet.WalletService;

/** What the wallet gateway tells by itself. Whoever knows the secret is the gateway; there is no other sign-on. */
@Path("wallet-events")
@RequestScoped
@PermitAll
@Tag(name = "Wallets")
public class WalletEventsResource {

    @Inject
    WalletService wallets;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell how a payment stands; the same event again changes nothing")
    @APIResponse(responseCode = "204", description = "It is taken, now or before")
    @APIResponse(responseCode = "400", description = "Signed, and not complete")
    @APIResponse(responseCode = "401", description = "Not signed with this shop's secret, or too long ago")
    public void post(
            @HeaderParam("Gateway-Timestamp") @Nullable String timestamp,
            @HeaderParam("Gateway-Signature") @Nullable String signature,
            byte[] body) {
        wallets.hear(timestamp, signature, body);
    }
}
