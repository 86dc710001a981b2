package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tillwright.server.security.ConsoleAccessService;
import org.tillwright.server.security.ConsolePerson;

/**
 * Language and light of a page. A person's choice comes with the person; a cookie repeats it, so that the sign-in page, where
 * nobody is known yet, looks as this browser's last person left it.
 */
@ApplicationScoped
public class Look {

    static final String FALLBACK = "en";
    static final String AUTO = "auto";

    private static final String COOKIE = "tillwright-look";
    private static final int A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60;
    private static final Set<String> THEMES = Set.of("light", "dark");

    String language(HttpServletRequest request, Optional<ConsolePerson> person, Supplier<String> ofStore) {
        if (person.isPresent()) {
            return Optional.ofNullable(person.get().language())
                    .filter(ConsoleAccessService.LANGUAGES::contains)
                    .or(() -> Optional.of(ofStore.get()).filter(ConsoleAccessService.LANGUAGES::contains))
                    .orElse(FALLBACK);
        }
        return remembered(request, 0)
                .filter(ConsoleAccessService.LANGUAGES::contains)
                .or(() -> Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(ConsoleAccessService.LANGUAGES::contains)
                        .findFirst())
                .orElse(FALLBACK);
    }

    String theme(HttpServletRequest request, Optional<ConsolePerson> person) {
        Optional<String> chosen =
                person.isPresent() ? Optional.ofNullable(person.get().theme()) : remembered(request, 1);
        return chosen.filter(THEMES::contains).orElse(AUTO);
    }

    /** Makes the cookie that repeats a choice. It holds nothing but these two words. */
    Cookie cookie(HttpServletRequest request, String language, String theme) {
        Cookie cookie = new Cookie(COOKIE, language + "." + theme);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(A_YEAR_IN_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    private static Optional<String> remembered(HttpServletRequest request, int place) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> cookie.getValue().split("\\.", -1))
                        .filter(words -> words.length == 2)
                        .map(words -> words[place])
                        .findFirst();
    }
}
