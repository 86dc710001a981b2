package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Refused;

/** Says in the one place for it what was done, or why not, in the reader's language. */
@Named
@RequestScoped
public class Messages {

    @Inject
    Words words;

    /** Says that something was done. A redirect by {@link Navigation#go} takes the message along. */
    public void done(String key, @Nullable Object... arguments) {
        add(FacesMessage.SEVERITY_INFO, words.with(key, arguments));
    }

    /** Says that something needs a look, although it was done. */
    public void warn(String key, @Nullable Object... arguments) {
        add(FacesMessage.SEVERITY_WARN, words.with(key, arguments));
    }

    /** Says why the business refused. An action may simply let {@link Refused} pass: the page then does the same. */
    public void refused(Refused refused) {
        add(FacesMessage.SEVERITY_ERROR, sentence(refused));
    }

    /** Says that nothing was done, for a reason that the page itself has found. */
    public void refused(String key, @Nullable Object... arguments) {
        add(FacesMessage.SEVERITY_ERROR, words.with(key, arguments));
    }

    /** Returns the sentence of a refusal: in the reader's language where it is known, else as programs hear it. */
    public String sentence(Refused refused) {
        Refused.Wording wording = refused.wording();
        if (wording != null && words.containsKey(wording.key())) {
            return words.with(wording.key(), wording.arguments().toArray());
        }
        return refused.detail();
    }

    private static void add(FacesMessage.Severity severity, String sentence) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, sentence, null));
    }
}
