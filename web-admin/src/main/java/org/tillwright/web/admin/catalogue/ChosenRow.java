package org.tillwright.web.admin.catalogue;

import jakarta.faces.context.FacesContext;
import java.util.Optional;

/** The row of a list that a person chose, as the page's script says in its request. */
final class ChosenRow {

    private ChosenRow() {}

    /** Returns the row's id; empty when the panel is to close. */
    static Optional<String> id() {
        return Optional.ofNullable(FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get("chosen"))
                .filter(chosen -> !chosen.isBlank());
    }
}
