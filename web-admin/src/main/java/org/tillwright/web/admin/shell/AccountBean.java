package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.security.ConsoleAccessService;
import org.tillwright.server.security.ConsoleCookie;
import org.tillwright.wire.SignOnAnswer;

/** A person's own password. */
@Named("account")
@RequestScoped
public class AccountBean {

    @Inject
    ConsoleAccessService access;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Navigation navigation;

    @Inject
    HttpServletRequest request;

    private @Nullable String present;
    private @Nullable String wanted;
    private @Nullable String repeated;

    public void changePassword() {
        String chosen = text(wanted);
        if (!chosen.equals(text(repeated))) {
            messages.refused("shell.account.differ");
            return;
        }
        SignOnAnswer session = access.changeOwnPassword(console.getOperatorId(), text(present), chosen);
        Browser.add(ConsoleCookie.of(session.token(), request));
        messages.done("shell.account.changed");
        navigation.go("/admin/account/password.xhtml");
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered;
    }

    public @Nullable String getPresent() {
        return present;
    }

    public void setPresent(@Nullable String present) {
        this.present = present;
    }

    public @Nullable String getWanted() {
        return wanted;
    }

    public void setWanted(@Nullable String wanted) {
        this.wanted = wanted;
    }

    public @Nullable String getRepeated() {
        return repeated;
    }

    public void setRepeated(@Nullable String repeated) {
        this.repeated = repeated;
    }
}
