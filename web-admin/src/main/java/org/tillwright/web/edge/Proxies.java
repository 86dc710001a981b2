package org.tillwright.web.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.tillwright.server.platform.ServerSettings;

/**
 * Believes what a proxy says about who asked, and whether by HTTPS, when the proxy is one that the settings name. Anyone else
 * could write the same headers.
 */
@ApplicationScoped
public class Proxies {

    @Inject
    ServerSettings settings;

    boolean isTrusted(HttpServletRequest request) {
        Set<String> trusted = settings.proxies();
        return !trusted.isEmpty() && trusted.contains(request.getRemoteAddr());
    }

    /** The request as the proxy got it. */
    HttpServletRequest seenBy(HttpServletRequest request) {
        return new ForwardedRequest(request, settings.proxies());
    }

    /** The answer with redirects that name no host and no scheme, which only the proxy's caller knows. */
    static HttpServletResponse answerTo(HttpServletResponse answer) {
        return new ForwardedAnswer(answer);
    }
}
