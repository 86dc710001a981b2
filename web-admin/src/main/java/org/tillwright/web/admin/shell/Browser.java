package org.tillwright.web.admin.shell;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the present answer does to the browser beside showing a page. */
final class Browser {

    private Browser() {}

    static void add(Cookie cookie) {
        ((HttpServletResponse) external().getResponse()).addCookie(cookie);
    }

    /** Sends the browser to an address of ours, whole or as the answer to a script, and ends the request. */
    static void redirect(String address) {
        try {
            external().redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
