package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.security.ConsoleAccessService;
import org.tillwright.server.security.ConsoleAddress;
import org.tillwright.server.security.ConsoleCookie;
import org.tillwright.web.edge.RememberedLook;
import org.tillwright.wire.ConsoleSignInRequest;
import org.tillwright.wire.SignOnAnswer;

/** The sign-in page, and the way out. */
@Named("signIn")
@RequestScoped
public class SignInBean {

    private static final List<Language> LANGUAGES =
            List.of(new Language("en", "English"), new Language("da", "Dansk"), new Language("uk", "Українська"));

    @Inject
    ConsoleAccessService access;

    @Inject
    Navigation navigation;

    @Inject
    Console console;

    @Inject
    HttpServletRequest request;

    private @Nullable String number;
    private @Nullable String password;
    private @Nullable String to;
    private @Nullable String language;

    /** A language by the name that its readers know. */
    public record Language(String code, String name) {}

    /** Takes the language that was chosen, if one was. Who is signed in already needs no page for it. */
    public void open() {
        if (language != null && ConsoleAccessService.LANGUAGES.contains(language)) {
            Browser.add(RememberedLook.cookie(request, language, console.getTheme()));
            Browser.redirect(request.getContextPath() + "/sign-in.xhtml"
                    + ConsoleAddress.local(to).map(ConsoleAddress::asParameter).orElse(""));
            return;
        }
        if (ConsoleCookie.token(request).flatMap(access::findSession).isPresent()) {
            navigation.go(address());
        }
    }

    public void signIn() {
        SignOnAnswer session = access.signIn(new ConsoleSignInRequest(text(number), text(password)));
        Browser.add(ConsoleCookie.of(session.token(), request));
        access.findSession(session.token()).ifPresent(person -> Look.remember(request, person));
        renewSession(session.operatorId());
        navigation.go(address());
    }

    public void signOut() {
        ConsoleCookie.token(request).ifPresent(access::signOut);
        Browser.add(ConsoleCookie.gone(request));
        endSession();
        Browser.redirect(request.getContextPath() + "/sign-in.xhtml");
    }

    /** What the last person had open must not be there for the next one; the same person may go on with it. */
    private void renewSession(String operatorId) {
        HttpSession before = request.getSession(false);
        if (before != null && !SessionOwner.isOwnedBy(before, operatorId)) {
            before.invalidate();
        }
        HttpSession session = request.getSession();
        SessionOwner.own(session, operatorId);
        request.changeSessionId(); // nobody else can have known the new one
    }

    private void endSession() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** The page's script puts back what was entered before the session ended, if anything was. */
    private String address() {
        return ConsoleAddress.local(to).map(PageAddress::kept).orElse(Navigation.FRONT);
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered;
    }

    public List<Language> getLanguages() {
        return LANGUAGES;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }
}
