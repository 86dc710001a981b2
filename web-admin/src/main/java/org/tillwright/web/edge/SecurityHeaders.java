package org.tillwright.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * Keeps browsers from guessing types, framing our pages, and loading anything that is not ours; and tells the time, by which
 * a register whose clock is wrong makes its tokens. The container sends no Date by itself.
 */
@WebFilter("/*")
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
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        if (request.isSecure()) {
            answer.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        chain.doFilter(request, answer);
    }
}
