package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Roles;
import org.tillwright.server.pricing.PriceBookService;
import org.tillwright.server.pricing.PricingRulesService;
import org.tillwright.server.pricing.RulesSpan;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.pricing.PricingRulesAnswer;
import org.tillwright.wire.pricing.PublishedPricingRules;

/** Promotions, price lists, modifiers, deposits and taxes beyond one rate a category: one document. */
@Path("pricing-rules")
@RequestScoped
@RolesAllowed(Roles.MANAGER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Prices")
public class PricingRulesResource {

    @Inject
    PricingRulesService rules;

    @Inject
    PriceBookService prices;

    @PUT
    @Operation(summary = "Put these rules in the place of those that count, as one publication")
    @APIResponse(
            responseCode = "200",
            description = "The publication that registers find them in; the same rules again" + " give the same")
    @APIResponse(
            responseCode = "409",
            description = "Other rules count than those of the publication named in replaces")
    @APIResponse(responseCode = "422", description = "Everything that is wrong with the rules; nothing was changed")
    public PricingRulesAnswer publish(
            PricingRules wanted, @QueryParam("replaces") @Nullable Long replaces, @Context SecurityContext caller) {
        return new PricingRulesAnswer(rules.publish(wanted, replaces, CallerCheck.nameOf(caller)));
    }

    @GET
    @Operation(summary = "The rules that count, or those of an earlier publication")
    @APIResponse(responseCode = "200", description = "The rules, as they were published")
    @APIResponse(responseCode = "404", description = "No rules were published until then")
    public PricingRules read(@QueryParam("at") @Nullable Long at) {
        return rules.rulesAt(at == null ? prices.latestVersion() : at).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("publications")
    @Operation(summary = "Who published rules when, the newest first")
    public PublishedPricingRules publications() {
        List<RulesSpan> all = rules.history();
        return new PublishedPricingRules(
                all.stream().map(PricingRulesResource::told).toList(), all.size() == PricingRulesService.MAX_HISTORY);
    }

    private static PublishedPricingRules.Publication told(RulesSpan span) {
        return new PublishedPricingRules.Publication(
                span.number(), span.until(), span.publishedBy(), span.publishedAt());
    }
}
