package org.tillwright.web.edge;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Language and light as this browser's last person left them, in a cookie that holds nothing but these two words. For pages
 * on which nobody is known.
 */
public final class RememberedLook {

    private static final String COOKIE = "tillwright-look";
    private static final int A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60;
    private static final String FALLBACK = "en";
    private static final Set<String> LANGUAGES = Set.of("en", "da", "uk");
    private static final Set<String> THEMES = Set.of("light", "dark");

    private RememberedLook() {}

    /** Returns the language remembered, else the first of ours that the browser asks for. */
    public static String language(HttpServletRequest request) {
        return remembered(request, 0)
                .filter(LANGUAGES::contains)
                .or(() -> Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(LANGUAGES::contains)
                        .findFirst())
                .orElse(FALLBACK);
    }

    /** Returns light or dark; empty for as the machine has it. */
    public static Optional<String> theme(HttpServletRequest request) {
        return remembered(request, 1).filter(THEMES::contains);
    }

    /** Makes the cookie that remembers a choice. */
    public static Cookie cookie(HttpServletRequest request, String language, String theme) {
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
