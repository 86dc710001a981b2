package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.Roles;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.wire.SnapshotMessage;

/** Everything a register needs to sell. */
@Path("snapshot")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Snapshot")
public class SnapshotResource {

    @Inject
    SnapshotService snapshots;

    @GET
    @Gzipped
    @Operation(summary = "The newest snapshot, its items as changes since the one that the register has")
    @APIResponse(
            responseCode = "200",
            description = "The snapshot; gzip when accepted",
            content = @Content(schema = @Schema(implementation = SnapshotMessage.class)))
    @APIResponse(responseCode = "204", description = "The register has the newest")
    public Response since(@QueryParam("after") @DefaultValue("0") long after, @Context SecurityContext caller) {
        return snapshots
                .since(CallerCheck.nameOf(caller), after)
                .map(snapshot -> Response.ok(snapshot).build())
                .orElseGet(() -> Response.noContent().build());
    }
}
