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
import org.tillwright.web.api.refusal.Problems;

/**
 * Asks who is calling before the body is read, so that a stranger learns nothing from what is wrong with it. The services
 * check the role again; theirs is the check that counts.
 *
 * <p>Payara has a filter of its own for the same annotation. For a caller without a token it lets the sign-on mechanism
 * write a refusal and then has JAX-RS write another into the same connection, so this one has to come before it.
 */
@Provider
@Priority(RoleCheck.BEFORE_THE_CONTAINERS)
public class RoleCheck implements ContainerRequestFilter {

    static final int BEFORE_THE_CONTAINERS = Priorities.AUTHORIZATION - 1_000;

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
