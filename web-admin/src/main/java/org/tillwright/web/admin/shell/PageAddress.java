package org.tillwright.web.admin.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.tillwright.server.security.ConsoleAddress;

/** The address that a person sees in the browser while a form is sent: the form's own has no parameters. */
final class PageAddress {

    /** Tells the page's script that what was entered may come back. */
    private static final String KEPT = "kept=1";

    private PageAddress() {}

    /** Returns the page that a request came from, without the context root; the first page when it does not say. */
    static String of(HttpServletRequest request) {
        return ConsoleAddress.ofReferrer(request.getContextPath(), request.getHeader("Referer"))
                .or(() -> ConsoleAddress.local(request.getServletPath()))
                .orElse(Navigation.FRONT);
    }

    static String kept(String page) {
        return page.contains(KEPT) ? page : page + (page.indexOf('?') < 0 ? "?" : "&") + KEPT;
    }
}
