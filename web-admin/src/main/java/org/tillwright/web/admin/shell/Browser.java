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

    /**
     * Sends the browser to an address of ours, and ends the request. The container would put its own scheme and host before
     * the path, which are not those that the browser sees behind a proxy.
     */
    static void redirect(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces.getPartialViewContext().isAjaxRequest()) {
            answerScript(path);
        } else {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
            faces.getExternalContext().setResponseHeader("Location", path);
        }
        faces.responseComplete();
    }

    private static void answerScript(String path) {
        try {
            external().redirect(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
