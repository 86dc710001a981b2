package org.tillwright.web.edge;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** The container completes a redirect with its own scheme and port, which the proxy's caller may not be able to reach. */
final class ForwardedAnswer extends HttpServletResponseWrapper {

    ForwardedAnswer(HttpServletResponse answer) {
        super(answer);
    }

    @Override
    public void sendRedirect(String location) {
        resetBuffer();
        setStatus(SC_FOUND);
        setHeader("Location", location);
    }
}
