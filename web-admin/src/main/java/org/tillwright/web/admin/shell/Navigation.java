package org.tillwright.web.admin.shell;

import static org.primefaces.util.Constants.RequestParams.IGNORE_AUTO_UPDATE_PARAM;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.PartialViewContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.server.security.ConsoleAddress;

/** Sends a browser to another page of the console, and takes along what {@link Messages} has said. */
@Named
@RequestScoped
public class Navigation {

    private static final String CARRIED = Navigation.class.getName();

    /** Where the template shows what was said. */
    private static final String MESSAGES = "messages";

    /** The page that the console opens with. */
    static final String FRONT = "/admin/today/today.xhtml";

    /**
     * Whatever part of a page is written again, the messages are too; not when a page has looked for news by itself.
     * PrimeFaces' own way of doing this remembers the place for one request only: the second message was never seen.
     */
    private static void writeMessages(FacesContext faces) {
        PartialViewContext part = faces.getPartialViewContext();
        boolean isByItself = faces.getExternalContext().getRequestParameterMap().containsKey(IGNORE_AUTO_UPDATE_PARAM);
        if (part.isAjaxRequest() && !part.isRenderAll() && !isByItself) {
            part.getRenderIds().add(MESSAGES);
        }
    }

    /**
     * Goes to a page, such as {@code /admin/catalogue/items.xhtml?item=7}, and ends this request.
     *
     * @param address without the context root; anything that is not a page of the console leads to the first page
     */
    public void go(String address) {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<FacesMessage> said = List.copyOf(faces.getMessageList(null));
        ExternalContext external = faces.getExternalContext();
        if (!said.isEmpty()) {
            external.getSessionMap().put(CARRIED, new ArrayList<>(said));
        }
        String page = ConsoleAddress.local(address).orElse(FRONT);
        Browser.redirect(external.getRequestContextPath() + page);
    }

    /** Says on this page what was said before the redirect to it, or in this request. The template calls it. */
    public void arrive() {
        FacesContext faces = FacesContext.getCurrentInstance();
        writeMessages(faces);
        if (faces.getExternalContext().getSession(false) != null
                && faces.getExternalContext().getSessionMap().remove(CARRIED) instanceof List<?> said) {
            said.forEach(message -> faces.addMessage(null, (FacesMessage) message));
        }
    }
}
