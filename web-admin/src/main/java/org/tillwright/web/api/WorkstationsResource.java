package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.Roles;
import org.tillwright.server.stores.EnrolmentService;
import org.tillwright.wire.EnrolmentCode;

/** The register positions of the store. */
@Path("workstations")
@RequestScoped
@RolesAllowed(Roles.MANAGER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Registers")
public class WorkstationsResource {

    @Inject
    EnrolmentService enrolments;

    @POST
    @Path("{workstationId}/enrolment-codes")
    @Operation(summary = "Make a one-time code, good for a day, that enrols a register at this workstation")
    @APIResponse(responseCode = "201", description = "The code; the server keeps only its hash")
    public Response makeCode(@PathParam("workstationId") String workstationId, @Context SecurityContext caller) {
        EnrolmentCode code = enrolments.makeCode(workstationId, CallerCheck.nameOf(caller));
        return Response.status(Response.Status.CREATED).entity(code).build();
    }
}
