package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Roles;
import org.tillwright.server.reporting.InvoiceService;
import org.tillwright.server.reporting.ReportFile;
import org.tillwright.server.sales.SalesService;
import org.tillwright.server.sales.TransactionSummary;
import org.tillwright.wire.SaleFound;

/** The sales in the books. They come in through the journal; here they are looked up. */
@Path("sales")
@RequestScoped
@RolesAllowed({Roles.REGISTER, Roles.CASHIER})
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Sales")
public class SalesResource {

    @Inject
    SalesService sales;

    @Inject
    InvoiceService invoices;

    @Inject
    CallerCheck check;

    @GET
    @Path("{transactionId}/invoice.pdf")
    @Produces("application/pdf")
    @Operation(
            summary = "An invoice of a sale, or a credit note of one that gave money back",
            description = "Who it is for is taken from the sale's customer, or from what is asked for.")
    @APIResponse(responseCode = "200", description = "The document, as a file to keep")
    @APIResponse(responseCode = "400", description = "MALFORMED, with everything that is wrong with the request")
    @APIResponse(responseCode = "404", description = "No such sale has arrived")
    public Response invoice(
            @PathParam("transactionId") UUID transactionId,
            @QueryParam("language") @Nullable String language,
            @BeanParam BuyerParameters buyer,
            @Context SecurityContext caller,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer) {
        TransactionSummary found = sales.find(transactionId).orElseThrow(NotFoundException::new);
        check.requireStoreOfSale(caller, bearer, found.storeId());
        ReportFile file = invoices.make(transactionId, buyer.draft(), language, CallerCheck.nameOf(caller));
        return Response.ok(file.content(), file.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{transactionId}")
    @Operation(summary = "Whether a sale is in the books, and as which record")
    @APIResponse(responseCode = "200", description = "The sale, without its lines")
    @APIResponse(responseCode = "403", description = "The sale is another store's")
    @APIResponse(responseCode = "404", description = "No such sale has arrived")
    public SaleFound find(
            @PathParam("transactionId") UUID transactionId,
            @Context SecurityContext caller,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer) {
        TransactionSummary found = sales.find(transactionId).orElseThrow(NotFoundException::new);
        check.requireStoreOfSale(caller, bearer, found.storeId());
        return new SaleFound(
                found.transactionId(),
                found.workstationId(),
                found.sequence(),
                found.acceptedAt(),
                found.currency(),
                found.totalMinor());
    }
}
