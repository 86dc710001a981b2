package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
        // The field stays valid for Faces: one that is not is written empty, and what was entered would be lost.
        faces.addMessage(field instanceof UIInput ? field.getClientId(faces) : null, message);
        faces.validationFailed();
    }
}
