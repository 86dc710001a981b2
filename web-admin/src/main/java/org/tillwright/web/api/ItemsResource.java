package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.Roles;
import org.tillwright.server.catalog.CatalogService;
import org.tillwright.server.catalog.DepartmentDraft;
import org.tillwright.server.catalog.ItemDraft;
import org.tillwright.wire.ItemImport;
import org.tillwright.wire.ItemImportAnswer;
import org.tillwright.wire.SnapshotMessage;

/** The catalogue, from a retailer's own files. */
@Path("items")
@RequestScoped
@RolesAllowed(Roles.MANAGER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Catalogue")
public class ItemsResource {

    @Inject
    CatalogService catalog;

    @POST
    @Path("import")
    @Operation(summary = "Make many items what the message says, as one publication; all or none")
    @APIResponse(responseCode = "200", description = "The publication that registers find them in")
    @APIResponse(responseCode = "422", description = "What is wrong, item by item; nothing was stored")
    public ItemImportAnswer importItems(ItemImport wanted) {
        long number = catalog.importItems(
                wanted.departments().stream().map(ItemsResource::department).toList(),
                wanted.items().stream().map(ItemsResource::item).toList());
        return new ItemImportAnswer(number);
    }

    private static DepartmentDraft department(SnapshotMessage.Department told) {
        return new DepartmentDraft(told.departmentId(), told.names(), told.position(), told.hue());
    }

    private static ItemDraft item(SnapshotMessage.Item told) {
        return new ItemDraft(
                told.itemId(),
                told.names(),
                told.departmentId(),
                told.unit(),
                told.taxCategory(),
                told.unitPriceMicro(),
                told.codes(),
                told.pictureId(),
                told.tile(),
                told.active());
    }
}
