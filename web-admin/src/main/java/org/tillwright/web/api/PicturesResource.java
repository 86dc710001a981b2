package org.tillwright.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tillwright.server.Roles;
import org.tillwright.server.pictures.Picture;
import org.tillwright.server.pictures.PictureService;

/** Pictures of items. The bytes under one id never change, so the id is the entity tag, and a copy is good for ever. */
@Path("pictures")
@RequestScoped
@RolesAllowed({Roles.REGISTER, Roles.CASHIER})
@SecurityRequirement(name = "bearer")
@Tag(name = "Snapshot")
public class PicturesResource {

    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    @Inject
    PictureService pictures;

    @GET
    @Path("{pictureId}")
    @Operation(summary = "One picture")
    @APIResponse(responseCode = "200", description = "The image's bytes")
    @APIResponse(responseCode = "304", description = "The caller has it")
    public Response find(@PathParam("pictureId") String pictureId, @Context Request request) {
        Picture picture = pictures.find(pictureId).orElseThrow(NotFoundException::new);
        var tag = new EntityTag(picture.pictureId());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(picture.content(), picture.mediaType()) : unchanged;
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
    }
}
