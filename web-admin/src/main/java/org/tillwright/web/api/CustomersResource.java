package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.Roles;
import org.tillwright.server.customers.CustomerDetail;
import org.tillwright.server.customers.CustomerService;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.CustomersFound;

/** Customers, as registers look them up. */
@Path("customers")
@RequestScoped
@RolesAllowed(Roles.REGISTER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Customers")
public class CustomersResource {

    @Inject
    CustomerService customers;

    @GET
    @Operation(summary = "Customers by the number of a card, a phone number, or parts of a name")
    @APIResponse(
            responseCode = "200",
            description = "Those that fit, few at once; a card's number finds its customer alone")
    public CustomersFound find(@QueryParam("q") @DefaultValue("") String text) {
        return customers.forRegister(text);
    }

    @GET
    @Path("{customerId}")
    @Operation(summary = "One customer")
    @APIResponse(responseCode = "200", description = "The customer")
    @APIResponse(responseCode = "404", description = "There is none of this id, or none any more: forget what you know")
    public CustomerFound get(@PathParam("customerId") String customerId) {
        return customers.find(customerId).map(CustomerDetail::forRegisters).orElseThrow(NotFoundException::new);
    }
}
