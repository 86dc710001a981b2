package org.tillwright.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * Keeps browsers from guessing types, framing our pages, keeping what only signed-in people may see, and loading anything that
 * is not ours; and tells the time, by which a register whose clock is wrong makes its tokens. The container sends no Date by
 * itself. A form that another site has a browser send is refused.
 */
public class SecurityHeaders extends HttpFilter {

    private static final String ONE_YEAR = "max-age=31536000";

    @Inject
    Clock clock;

    @Inject
    Proxies proxies;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (proxies.isTrusted(request)) {
            answer(proxies.seenBy(request), Proxies.answerTo(answer), chain);
        } else {
            answer(request, answer, chain);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        answer.setDateHeader("Date", clock.millis());
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        if (request.isSecure()) {
            answer.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Referrer-Policy", "same-origin"); // who has to sign in again comes back by it
        if (!isPage(request)) {
            answer.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        } // a page's own is stricter, and PrimeFaces adds a one-time word to it: see web.xml
        if (request.getServletPath().startsWith("/admin/") || isPage(request)) {
            answer.setHeader("Cache-Control", "no-store");
        }
        if (isPage(request) && isSentByAnotherSite(request)) {
            answer.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, answer);
    }

    /** Faces writes pages; what lies in its folder of resources may be kept. */
    private static boolean isPage(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/");
    }

    /** All browsers since 2023 say where a request comes from; whatever does not say is no browser. */
    private static boolean isSentByAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return !request.getMethod().equals("GET") && ("cross-site".equals(site) || "same-site".equals(site));
    }
}
