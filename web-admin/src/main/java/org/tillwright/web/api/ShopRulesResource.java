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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Roles;
import org.tillwright.server.shop.ShopRulesService;
import org.tillwright.server.shop.ShopRulesSpan;
import org.tillwright.wire.shop.PublishedShopRules;
import org.tillwright.wire.shop.ShopRules;
import org.tillwright.wire.shop.ShopRulesAnswer;

/** How one store sells: functions, tenders, limits, reasons and papers, as one document. */
@Path("stores/{storeId}/shop-rules")
@RequestScoped
@RolesAllowed(Roles.MANAGER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Stores")
public class ShopRulesResource {

    @Inject
    ShopRulesService rules;

    @PUT
    @Operation(summary = "Put these rules in the place of those that the store sells by, as one publication")
    @APIResponse(
            responseCode = "200",
            description = "The publication that registers find them in; the same rules again give the same")
    @APIResponse(responseCode = "404", description = "There is no such store")
    @APIResponse(
            responseCode = "409",
            description = "Other rules count than those of the publication named in replaces")
    @APIResponse(responseCode = "422", description = "Everything that is wrong with the rules; nothing was changed")
    public ShopRulesAnswer publish(
            @PathParam("storeId") String storeId,
            ShopRules wanted,
            @QueryParam("replaces") @Nullable Long replaces,
            @Context SecurityContext caller) {
        return new ShopRulesAnswer(rules.publish(storeId, wanted, replaces, CallerCheck.nameOf(caller)));
    }

    @GET
    @Operation(summary = "The rules that the store sells by, or those of an earlier publication")
    @APIResponse(responseCode = "200", description = "The rules, as they were published")
    @APIResponse(responseCode = "404", description = "No rules were published for the store until then")
    public ShopRules read(@PathParam("storeId") String storeId, @QueryParam("at") @Nullable Long at) {
        Optional<ShopRules> found = at == null ? rules.rulesNow(storeId) : rules.rulesAt(storeId, at);
        return found.orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("publications")
    @Operation(summary = "Who published rules of the store when, the newest first")
    @APIResponse(responseCode = "404", description = "There is no such store")
    public PublishedShopRules publications(@PathParam("storeId") String storeId) {
        List<ShopRulesSpan> all = rules.history(storeId);
        return new PublishedShopRules(
                all.stream().map(ShopRulesResource::told).toList(), all.size() == ShopRulesService.MAX_HISTORY);
    }

    private static PublishedShopRules.Publication told(ShopRulesSpan span) {
        return new PublishedShopRules.Publication(span.number(), span.until(), span.publishedBy(), span.publishedAt());
    }
}
