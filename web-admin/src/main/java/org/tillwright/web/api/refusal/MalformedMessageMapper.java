package org.tillwright.web.api.refusal;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.tillwright.server.ProblemCode;
import org.tillwright.wire.json.MalformedMessageException;

/** The body is not a complete message; every field that was wrong is told. */
@Provider
public class MalformedMessageMapper implements ExceptionMapper<MalformedMessageException> {

    @Override
    public Response toResponse(MalformedMessageException malformed) {
        return Problems.answer(
                ProblemCode.MALFORMED.httpStatus(),
                ProblemCode.MALFORMED.name(),
                "The message is not complete; nothing was stored.",
                malformed.faults());
    }
}
