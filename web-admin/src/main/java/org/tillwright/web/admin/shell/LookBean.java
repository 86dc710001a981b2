package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.tillwright.server.security.ConsoleAccessService;

/** Switches of language, light and store, which stay with the person on whatever machine. The same page comes again. */
@Named("look")
@RequestScoped
public class LookBean {

    @Inject
    ConsoleAccessService access;

    @Inject
    Console console;

    @Inject
    Look look;

    @Inject
    HttpServletRequest request;

    public void chooseLanguage(String language) {
        access.chooseLanguage(console.getOperatorId(), language);
        Browser.add(look.cookie(request, language, console.getTheme()));
        again();
    }

    public void chooseTheme(String theme) {
        access.chooseTheme(console.getOperatorId(), theme);
        Browser.add(look.cookie(request, console.getLanguage(), theme));
        again();
    }

    public void chooseStore(String storeId) {
        access.chooseStore(console.getOperatorId(), storeId);
        again();
    }

    private void again() {
        Browser.redirect(request.getContextPath() + PageAddress.of(request));
    }
}
