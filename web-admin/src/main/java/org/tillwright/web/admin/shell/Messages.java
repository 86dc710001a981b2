package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Reason;
import org.tillwright.server.Refused;

/** Says in the one place for it what was done, or why not, in the reader's language. */
@Named
@RequestScoped
public class Messages {

    /**
     * Something that was said.
     *
     * @param kind {@code done}, {@code look} or {@code refused}: its class in the look
     * @param icon that says the same without colour
     */
    public record Said(String kind, String icon, String sentence) {}

    @Inject
    Words words;

    /** Returns what was said of the page as a whole; what belongs to a field is shown there. */
    public List<Said> getAll() {
        return FacesContext.getCurrentInstance().getMessageList(null).stream()
                .map(Messages::said)
                .toList();
    }

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
        return refused.reasons().isEmpty()
                ? refused.detail()
                : refused.reasons().stream().map(this::sentence).collect(Collectors.joining(" "));
    }

    /** Returns the sentence of one reason. */
    public String sentence(Reason reason) {
        return words.containsKey(reason.key())
                ? words.with(reason.key(), reason.arguments().toArray())
                : reason.sentence();
    }

    private static Said said(FacesMessage message) {
        FacesMessage.Severity severity = message.getSeverity();
        if (severity.equals(FacesMessage.SEVERITY_INFO)) {
            return new Said("done", "pi-check-circle", message.getSummary());
        }
        return severity.equals(FacesMessage.SEVERITY_WARN)
                ? new Said("look", "pi-exclamation-triangle", message.getSummary())
                : new Said("refused", "pi-times-circle", message.getSummary());
    }

    private static void add(FacesMessage.Severity severity, String sentence) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, sentence, null));
    }
}
