package org.tillwright.web.api;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks who is calling before the body is read, so that a stranger learns nothing from what is wrong with it. The services
 * check the role again; theirs is the check that counts.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RoleCheck implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        RolesAllowed allowed = allowed();
        SecurityContext caller = request.getSecurityContext();
        if (allowed == null) {
            return;
        } else if (caller.getUserPrincipal() == null) {
            request.abortWith(Problems.notSignedOn());
        } else if (Stream.of(allowed.value()).noneMatch(caller::isUserInRole)) {
            request.abortWith(Problems.notAllowed());
        }
    }

    private @Nullable RolesAllowed allowed() {
        RolesAllowed ofMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        return ofMethod == null ? resource.getResourceClass().getAnnotation(RolesAllowed.class) : ofMethod;
    }
}
