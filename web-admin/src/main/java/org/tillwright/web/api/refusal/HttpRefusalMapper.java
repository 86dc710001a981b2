package org.tillwright.web.api.refusal;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.tillwright.web.edge.HttpWords;

/** What HTTP itself says no to, before a service is asked: no such path, method or media type. */
@Provider
public class HttpRefusalMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refused) {
        Response from = refused.getResponse();
        int status = from.getStatus();
        return status < Response.Status.BAD_REQUEST.getStatusCode()
                ? from
                : Problems.about(
                        Response.fromResponse(from),
                        status,
                        HttpWords.code(status),
                        HttpWords.detail(status),
                        List.of());
    }
}
