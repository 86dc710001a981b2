package org.tillwright.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.stores.EnrolmentService;
import org.tillwright.wire.EnrolmentRequest;

/** A new register becomes known. */
@Path("enrolments")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registers")
public class EnrolmentsResource {

    @Inject
    EnrolmentService enrolments;

    @POST
    @Operation(summary = "Enrol the public half of a register's key with a one-time code")
    @APIResponse(responseCode = "201", description = "The workstation that the register now is")
    @APIResponse(responseCode = "422", description = "ENROLMENT_CODE_REFUSED: unknown, used or too old")
    public Response enrol(EnrolmentRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(enrolments.enrol(request))
                .build();
    }
}
