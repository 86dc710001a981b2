package org.tillwright.web.api.refusal;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A service refused the caller's role; the container would call that a server fault. */
@Provider
public class AccessMapper implements ExceptionMapper<EJBAccessException> {

    @Context
    SecurityContext caller;

    @Override
    public Response toResponse(EJBAccessException refused) {
        return caller.getUserPrincipal() == null ? Problems.notSignedOn() : Problems.notAllowed();
    }
}
