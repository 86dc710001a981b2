package org.tillwright.web.api.refusal;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.wire.json.MalformedMessageException;

/**
 * The last word on everything that nobody expected: logged once, here, under a number; the caller gets the number and
 * nothing else.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(FaultMapper.class.getName());

    @Context
    Providers providers;

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

    private static Response unexpected(Throwable fault) {
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.log(System.Logger.Level.ERROR, "fault " + reference, fault);
        return Problems.answer(
                ProblemCode.SERVER_FAULT,
                "The server could not do this, and has noted why under number " + reference
                        + "; try again, and tell that number to whoever looks after the server.");
    }
}
