package org.tillwright.server.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that carries a console session's token: no script can read it, and no other site can have it sent. */
public final class ConsoleCookie {

    private static final String NAME = "tillwright";

    /** A token has 43 characters. */
    private static final int MOST_CHARACTERS = 100;

    private ConsoleCookie() {}

    /** Makes the cookie that signs a browser in until it is closed; what ends sessions is the server. */
    public static Cookie of(String token, HttpServletRequest request) {
        Cookie cookie = new Cookie(NAME, token);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(isSecure(request));
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    /** Makes the cookie that lets the browser forget. */
    public static Cookie gone(HttpServletRequest request) {
        Cookie cookie = of("", request);
        cookie.setMaxAge(0);
        return cookie;
    }

    /** Reads the token that a browser sent. */
    public static Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .filter(token -> !token.isEmpty() && token.length() <= MOST_CHARACTERS)
                        .findFirst();
    }

    /** A proxy that ends TLS says so; who says it falsely only keeps the cookie from coming back. */
    private static boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
