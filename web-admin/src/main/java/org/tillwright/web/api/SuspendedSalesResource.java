package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.Roles;
import org.tillwright.server.orders.SuspendedSaleService;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.ResumedTwice;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSalesFound;

/** Carts that a register parked, for any register of its store to go on with. */
@Path("suspended-sales")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Suspended sales and orders")
public class SuspendedSalesResource {

    @Inject
    SuspendedSaleService sales;

    @GET
    @Operation(summary = "The parked carts that the asking register can go on with, the newest first")
    @APIResponse(responseCode = "200", description = "Those of its store that are free, and what it took itself")
    public SuspendedSalesFound list(@Context SecurityContext register) {
        return sales.list(CallerCheck.nameOf(register));
    }

    @PUT
    @Path("{suspendedSaleId}")
    @Operation(summary = "Keep a parked cart; the same again changes nothing")
    @APIResponse(responseCode = "204", description = "It is kept")
    @APIResponse(responseCode = "409", description = "The id is another store's")
    public Response keep(
            @PathParam("suspendedSaleId") UUID suspendedSaleId,
            SuspendedSaleMessage sale,
            @Context SecurityContext register) {
        if (!sale.suspendedSaleId().equals(suspendedSaleId)) {
            throw new NotFoundException();
        }
        sales.keep(CallerCheck.nameOf(register), sale);
        return Response.noContent().build();
    }

    @PUT
    @Path("{suspendedSaleId}/claims/{claimId}")
    @Operation(summary = "Take a parked cart for one sale; of two registers that ask, one gets it")
    @APIResponse(responseCode = "200", description = "The cart")
    @APIResponse(responseCode = "404", description = "There is none, or it has expired")
    @APIResponse(responseCode = "409", description = "TAKEN_ELSEWHERE: another register has it, or had it")
    public SuspendedSaleMessage take(
            @PathParam("suspendedSaleId") UUID suspendedSaleId,
            @PathParam("claimId") UUID claimId,
            ClaimRequest request,
            @Context SecurityContext register) {
        return sales.take(CallerCheck.nameOf(register), suspendedSaleId, claimId, request);
    }

    @GET
    @Path("resumed-twice")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Carts that more than one sale went on with, because a register had no line to the server")
    @APIResponse(responseCode = "200", description = "The carts, the newest first, with the sales of each")
    public ResumedTwice resumedTwice() {
        return sales.resumedTwice();
    }
}
