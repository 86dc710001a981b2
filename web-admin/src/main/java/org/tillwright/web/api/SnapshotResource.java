package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.Roles;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.web.api.push.PublicationWatch;
import org.tillwright.wire.SnapshotMessage;

/** Everything a register needs to sell. */
@Path("snapshot")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Snapshot")
public class SnapshotResource {

    private static final String COME_AGAIN_AFTER_SECONDS = "60";

    @Inject
    SnapshotService snapshots;

    @Inject
    PublicationWatch watch;

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

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Server-sent events: the number of the newest publication, now and whenever there is a newer one")
    @APIResponse(
            responseCode = "200",
            description =
                    "Events named publication, each with a number; a comment every ten seconds. Ends by itself after"
                            + " five minutes at most: come again")
    @APIResponse(
            responseCode = "503",
            description = "As many registers listen as this server takes; ask for the snapshot")
    public void events(
            @Context SseEventSink line,
            @Context Sse events,
            @Context SecurityContext caller,
            @Context HttpServletResponse answer) {
        String workstationId = CallerCheck.nameOf(caller);
        if (!watch.hasRoomFor(workstationId)) {
            throw new ServiceUnavailableException(Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, COME_AGAIN_AFTER_SECONDS)
                    .build());
        }
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.setHeader("X-Accel-Buffering", "no"); // a proxy that collects the answer would tell nothing at all
        watch.add(workstationId, line, events);
    }
}
