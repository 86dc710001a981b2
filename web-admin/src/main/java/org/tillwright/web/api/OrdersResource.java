package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.tillwright.server.orders.OrderService;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.OpenDeposits;
import org.tillwright.wire.order.OrderDetail;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.OrdersFound;

/** Quotations and layaways. Deposits, and sales of them, come in through the journal. */
@Path("orders")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Suspended sales and orders")
public class OrdersResource {

    @Inject
    OrderService orders;

    @GET
    @Operation(summary = "Open orders of the asking register's store, the newest first")
    @APIResponse(responseCode = "200", description = "Those with this number or customer; all without a question")
    public OrdersFound search(@QueryParam("q") @DefaultValue("") String asked, @Context SecurityContext register) {
        return orders.search(CallerCheck.nameOf(register), asked);
    }

    @GET
    @Path("{orderId}")
    @Operation(summary = "One order with its lines, open or not")
    @APIResponse(responseCode = "200", description = "The order")
    @APIResponse(responseCode = "404", description = "There is none in this store")
    public OrderDetail find(@PathParam("orderId") UUID orderId, @Context SecurityContext register) {
        return orders.find(CallerCheck.nameOf(register), orderId);
    }

    @PUT
    @Path("{orderId}")
    @Operation(summary = "Keep a quotation or a layaway; the same again gets the same number")
    @APIResponse(responseCode = "200", description = "The order with its number")
    @APIResponse(responseCode = "409", description = "The id is another register's")
    @APIResponse(responseCode = "422", description = "It contradicts itself; nothing was kept")
    public OrderSummary keep(
            @PathParam("orderId") UUID orderId, OrderMessage order, @Context SecurityContext register) {
        if (!order.orderId().equals(orderId)) {
            throw new NotFoundException();
        }
        return orders.keep(CallerCheck.nameOf(register), order);
    }

    @PUT
    @Path("{orderId}/claims/{claimId}")
    @Operation(summary = "Take an order for one sale; of two registers that ask, one gets it")
    @APIResponse(responseCode = "200", description = "The order")
    @APIResponse(responseCode = "404", description = "There is none in this store")
    @APIResponse(responseCode = "409", description = "ORDER_CLOSED, or TAKEN_ELSEWHERE while another is at it")
    public OrderDetail take(
            @PathParam("orderId") UUID orderId,
            @PathParam("claimId") UUID claimId,
            ClaimRequest request,
            @Context SecurityContext register) {
        return orders.take(CallerCheck.nameOf(register), orderId, claimId, request);
    }

    @DELETE
    @Path("{orderId}/claims/{claimId}")
    @Operation(summary = "Give an order up that was taken for a sale")
    @APIResponse(responseCode = "204", description = "It is free, if this sale had it")
    public Response release(
            @PathParam("orderId") UUID orderId, @PathParam("claimId") UUID claimId, @Context SecurityContext register) {
        orders.release(CallerCheck.nameOf(register), orderId, claimId);
        return Response.noContent().build();
    }

    @PUT
    @Path("{orderId}/cancellations/{cancellationId}")
    @Operation(summary = "Cancel an order without giving anything back; what is left of its deposits is kept")
    @APIResponse(responseCode = "200", description = "The cancelled order")
    @APIResponse(responseCode = "409", description = "ORDER_CLOSED, or TAKEN_ELSEWHERE while another is at it")
    public OrderSummary cancel(
            @PathParam("orderId") UUID orderId,
            @PathParam("cancellationId") UUID cancellationId,
            ClaimRequest request,
            @Context SecurityContext register) {
        return orders.cancel(CallerCheck.nameOf(register), orderId, cancellationId, request);
    }

    @GET
    @Path("open-deposits")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "What is owed for deposits, order by order")
    @APIResponse(responseCode = "200", description = "Every order of which something is left")
    public OpenDeposits openDeposits() {
        return orders.openDeposits();
    }
}
