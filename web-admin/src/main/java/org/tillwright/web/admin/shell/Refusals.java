package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.component.html.HtmlInputTextarea;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.primefaces.component.password.Password;
import org.tillwright.server.Reason;
import org.tillwright.server.Refused;

/** Says each reason of a refusal where it helps: at the field that is to blame, or in the one place for messages. */
@Named
@RequestScoped
public class Refusals {

    @Inject
    Messages messages;

    /**
     * Says all reasons.
     *
     * @param form id of the form whose fields have the names that the reasons blame
     */
    public void say(Refused refused, String form) {
        if (refused.reasons().isEmpty()) {
            messages.refused(refused);
        }
        refused.reasons().forEach(reason -> say(reason, form));
    }

    /** Says one reason. */
    public void say(Reason reason, String form) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String sentence = messages.sentence(reason);
        FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence);
        UIComponent field =
                reason.field().isEmpty() ? null : faces.getViewRoot().findComponent(form + ":" + reason.field());
        if (field instanceof UIInput) {
            at(field.getClientId(faces), message);
        } else {
            faces.addMessage(null, message);
            faces.validationFailed();
        }
    }

    /**
     * Says something at a field, in which stays what was entered. The field stays valid for Faces: PrimeFaces writes one that is not
     * empty, whatever is given back to it. Secrets stay empty.
     */
    public static void at(String clientId, FacesMessage message) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(clientId, message);
        faces.validationFailed();
        String entered = faces.getExternalContext().getRequestParameterMap().get(clientId);
        UIComponent field = faces.getViewRoot().findComponent(clientId);
        boolean isText = field instanceof HtmlInputText || field instanceof HtmlInputTextarea;
        if (isText
                && !(field instanceof Password)
                && field instanceof UIInput input
                && input.getSubmittedValue() == null) {
            input.setSubmittedValue(entered);
        }
    }
}
