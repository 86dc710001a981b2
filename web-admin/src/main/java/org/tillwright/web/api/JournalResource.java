package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Roles;
import org.tillwright.server.journal.AcceptedRecord;
import org.tillwright.server.journal.JournalService;
import org.tillwright.wire.BatchAnswer;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.RecordBatch;
import org.tillwright.wire.seal.RecordSeal;

/** What happened at registers, record by record. */
@Path("journal")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Journal")
public class JournalResource {

    @Inject
    JournalService journal;

    @Inject
    CallerCheck check;

    /** PUT, not POST: the register names the record, and repeats the call until it hears an answer. Kept as bytes: they are evidence. */
    @PUT
    @Path("{workstationId}/{sequence}")
    @Operation(summary = "Send one record, repeatable: the same bytes get the first answer again")
    @RequestBody(content = @Content(schema = @Schema(implementation = JournalRecord.class)))
    @APIResponse(responseCode = "201", description = "Stored and booked, in one transaction")
    @APIResponse(responseCode = "200", description = "Was stored before; the first answer")
    @APIResponse(responseCode = "400", description = "MALFORMED, with each field that is wrong; nothing was stored")
    @APIResponse(
            responseCode = "409",
            description = "RECORD_CONFLICT or TRANSACTION_CONFLICT: the id is taken; CHAIN_FORKED")
    @APIResponse(responseCode = "422", description = "UNKNOWN_KIND, UNSOUND_SALE, SEAL_MISSING, SEAL_BROKEN")
    public Response accept(
            @PathParam("workstationId") String workstationId,
            @PathParam("sequence") long sequence,
            @HeaderParam(RecordSeal.HEADER) @Nullable String seal,
            @Context SecurityContext caller,
            byte[] record) {
        check.requireWorkstation(caller, workstationId);
        AcceptedRecord accepted = journal.accept(workstationId, sequence, seal, record);
        Response.Status status = accepted.isRepeat() ? Response.Status.OK : Response.Status.CREATED;
        return Response.status(status).entity(accepted.acceptance()).build();
    }

    @POST
    @Path("{workstationId}/batches")
    @Operation(
            summary = "Send records of a backlog, repeatable",
            description =
                    "At most 100 records and 4 MiB, in the order of their numbers. Each is answered by itself, with the"
                            + " status and the body that it would have got alone; 503 means to send it, and all after it, again.")
    @APIResponse(responseCode = "200", description = "An answer for each record, in order")
    @APIResponse(responseCode = "400", description = "MALFORMED: no batch, and nothing of it was stored; send singly")
    public BatchAnswer accept(
            @PathParam("workstationId") String workstationId, @Context SecurityContext caller, RecordBatch batch) {
        check.requireWorkstation(caller, workstationId);
        return journal.accept(workstationId, batch);
    }

    @GET
    @Path("{workstationId}")
    @Operation(
            summary = "Which of a register's records the server has",
            description = "For a register that connects: what a restored server lacks, and the head of the register's"
                    + " chain at the newest number up to which it asks (at).")
    @APIResponse(responseCode = "200", description = "Epoch, highest sequence, and what is missing below it")
    @APIResponse(responseCode = "403", description = "NOT_ALLOWED: the token is another workstation's")
    public JournalState state(
            @PathParam("workstationId") String workstationId,
            @QueryParam("at") @Nullable Long at,
            @Context SecurityContext caller) {
        check.requireWorkstation(caller, workstationId);
        return journal.state(workstationId, at);
    }
}
