package org.tillwright.web.admin.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.tillwright.server.security.ConsolePerson;

/**
 * What a person has open, a password that is shown once among it, is kept in the container's session, which has a cookie of
 * its own. Whoever comes with somebody else's finds nothing there.
 */
public class SessionOwner extends HttpFilter {

    private static final String OWNER = "operatorId";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session != null && request.getAttribute(ConsolePerson.class.getName()) instanceof ConsolePerson person) {
            if (session.getAttribute(OWNER) == null) {
                own(session, person.operatorId());
            } else if (!isOwnedBy(session, person.operatorId())) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    static boolean isOwnedBy(HttpSession session, String operatorId) {
        return operatorId.equals(session.getAttribute(OWNER));
    }

    static void own(HttpSession session, String operatorId) {
        session.setAttribute(OWNER, operatorId);
    }
}
