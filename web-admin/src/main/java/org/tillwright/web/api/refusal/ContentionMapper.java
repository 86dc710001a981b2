package org.tillwright.web.api.refusal;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.platform.Contention;

/** Two callers wanted the same rows and this one lost: nobody's fault, and the same call later will do. */
@Provider
public class ContentionMapper implements ExceptionMapper<Contention> {

    @Override
    public Response toResponse(Contention lost) {
        return Problems.answer(ProblemCode.TOO_BUSY, "Others were changing the same thing just now; try again.");
    }
}
