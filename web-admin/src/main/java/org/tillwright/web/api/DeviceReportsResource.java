package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.Roles;
import org.tillwright.server.devices.DeviceService;
import org.tillwright.wire.device.DeviceReport;
import org.tillwright.wire.json.WireJson;

/** How the devices of registers are doing. */
@Path("device-reports")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Registers")
public class DeviceReportsResource {

    @Inject
    DeviceService devices;

    @Inject
    CallerCheck check;

    @PUT
    @Path("{workstationId}")
    @Operation(
            summary = "Tell how a register's devices are doing: all of them each time, on change and every few minutes")
    @RequestBody(content = @Content(schema = @Schema(implementation = DeviceReport.class)))
    @APIResponse(responseCode = "204", description = "It is noted")
    @APIResponse(responseCode = "403", description = "NOT_ALLOWED: the token is another workstation's")
    @APIResponse(responseCode = "413", description = "TOO_LARGE: longer than 32 KiB")
    @APIResponse(responseCode = "422", description = "TOO_MANY_LOOK_UPS: more than 60 in ten minutes; nothing is noted")
    public Response tell(
            @PathParam("workstationId") String workstationId, @Context SecurityContext caller, byte[] report) {
        check.requireWorkstation(caller, workstationId);
        if (report.length > DeviceReport.MAX_BYTES) {
            throw new Refused(
                    ProblemCode.TOO_LARGE,
                    "The report is longer than " + DeviceReport.MAX_BYTES / 1024
                            + " KiB; no register has so many devices.");
        }
        devices.report(workstationId, WireJson.read(report, DeviceReport.class));
        return Response.noContent().build();
    }
}
