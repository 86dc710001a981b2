package org.tillwright.web.api.refusal;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.tillwright.server.Refused;

/** The business says no. */
@Provider
public class RefusedMapper implements ExceptionMapper<Refused> {

    @Override
    public Response toResponse(Refused refused) {
        return Problems.answer(refused.code().httpStatus(), refused.code().name(), refused.detail(), refused.faults());
    }
}
