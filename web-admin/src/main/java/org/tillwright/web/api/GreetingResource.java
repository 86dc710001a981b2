package org.tillwright.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tillwright.wire.ServerGreeting;

/** Tells anyone that this is a store server, and what time it has. */
@Path("")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class GreetingResource {

    private static final String PRODUCT = "Tillwright";

    @Inject
    Clock clock;

    @GET
    @Operation(summary = "Name, version and time of the server", description = "For a register to test an address.")
    public ServerGreeting greet() {
        return new ServerGreeting(PRODUCT, Version.TEXT, clock.instant());
    }
}
