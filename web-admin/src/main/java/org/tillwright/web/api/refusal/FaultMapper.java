package org.tillwright.web.api.refusal;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Refused;
import org.tillwright.server.Roles;
import org.tillwright.server.platform.FaultLog;
import org.tillwright.wire.json.MalformedMessageException;

/**
 * The last word on everything that nobody expected: logged once, here, under a number; the caller gets the number and
 * nothing else.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {

    @Context
    Providers providers;

    @Context
    SecurityContext security;

    @Override
    public Response toResponse(Throwable fault) {
        return fault instanceof EJBException ? toResponse(fault, fault.getCause()) : unexpected(fault);
    }

    /** An EJB wraps what it throws when it is called by another in its transaction. */
    private Response toResponse(Throwable fault, @Nullable Throwable cause) {
        if (cause instanceof Refused refused) {
            return providers.getExceptionMapper(Refused.class).toResponse(refused);
        } else if (cause instanceof MalformedMessageException malformed) {
            return providers.getExceptionMapper(MalformedMessageException.class).toResponse(malformed);
        }
        return cause instanceof EJBException ? toResponse(fault, cause.getCause()) : unexpected(fault);
    }

    private Response unexpected(Throwable fault) {
        if (FaultLog.isDatabaseAway(fault)) {
            return Problems.databaseAway(FaultLog.noteDatabaseAway(caller()));
        }
        return Problems.serverFault(FaultLog.note(fault, caller()));
    }

    private @Nullable String caller() {
        Principal principal = security.getUserPrincipal();
        if (principal == null) {
            return null;
        }
        return (security.isUserInRole(Roles.REGISTER) ? "workstation=" : "operator=") + principal.getName();
    }
}
