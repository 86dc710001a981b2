package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Roles;
import org.tillwright.server.reporting.ReportFile;
import org.tillwright.server.reporting.ReportRequest;
import org.tillwright.server.reporting.ReportingService;

/** Reports as files, for whoever prints or calculates. Not for registers: a report tells what the whole store took. */
@Path("reports")
@RequestScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.MANAGER})
@SecurityRequirement(name = "bearer")
@Tag(name = "Reports")
public class ReportsResource {

    /** Says whether all control totals agreed, for programs that cannot read the first page. */
    static final String CONTROLS = "Tillwright-Control-Totals";

    @Inject
    ReportingService reports;

    @GET
    @Path("{name}")
    @Operation(
            summary = "A report: sales-of-day, till-report or stock-on-hand",
            description = "The header " + CONTROLS + " says agree or differ; the report's first page says it too.")
    @APIResponse(responseCode = "200", description = "The report, as a file to keep")
    @APIResponse(responseCode = "400", description = "MALFORMED, with everything that is wrong with the request")
    public Response make(
            @PathParam("name") String name,
            @QueryParam("store") @Nullable String store,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("till") @Nullable String till,
            @QueryParam("format") @Nullable String format,
            @QueryParam("language") @Nullable String language,
            @Context SecurityContext caller) {
        ReportFile report = reports.make(
                new ReportRequest(name, store, from, to, till, format, language), CallerCheck.nameOf(caller));
        return Response.ok(report.content(), report.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + report.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(CONTROLS, report.agrees() ? "agree" : "differ")
                .build();
    }
}
