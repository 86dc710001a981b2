package org.tillwright.server.security;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser wanted to go before it had to sign in, and may go afterwards: a page of the console, without the context
 * root. Anything else is not an address of ours, least of all one of another host.
 */
public final class ConsoleAddress {

    /** Where everything that only signed-in people may see begins. */
    static final String PREFIX = "/admin/";

    /** Where open pages listen for news. */
    public static final String LIVE = "/admin/live";

    /** The parameter of the sign-in page that holds such an address. */
    private static final String PARAMETER = "to";

    private static final String SIGN_IN = "/sign-in.xhtml";

    /** Characters in an address, its parameters included. */
    private static final int MOST_CHARACTERS = 1_000;

    /** No dot before a dot or a slash, no backslash, no colon, no second slash: nothing that a browser reads in two ways. */
    private static final Pattern LOCAL =
            Pattern.compile("/admin(/[A-Za-z0-9_-]+)+\\.xhtml(\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?");

    private ConsoleAddress() {}

    /** Returns the address if it is one of the console's pages. */
    public static Optional<String> local(@Nullable String address) {
        return address != null
                        && address.length() <= MOST_CHARACTERS
                        && LOCAL.matcher(address).matches()
                ? Optional.of(address)
                : Optional.empty();
    }

    /**
     * Returns the sign-in page's address, from which a person comes back.
     *
     * @param wanted path and query that were asked for, without the context root
     * @param referrer the page that a form was sent from, with its parameters; a form's own address has none
     */
    static String signIn(String contextPath, String wanted, @Nullable String referrer) {
        Optional<String> back = ofReferrer(contextPath, referrer)
                .filter(page -> pathOf(page).equals(pathOf(wanted)))
                .or(() -> local(wanted));
        return contextPath + SIGN_IN + back.map(ConsoleAddress::asParameter).orElse("");
    }

    /** Writes a page's address as the query of the sign-in page's. */
    public static String asParameter(String page) {
        return "?" + PARAMETER + "=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /**
     * Returns the console's page that a browser says it comes from, without the context root.
     *
     * @param referrer what the browser sent as such; null when it sent nothing
     */
    public static Optional<String> ofReferrer(String contextPath, @Nullable String referrer) {
        if (referrer == null) {
            return Optional.empty();
        }
        try {
            URI page = URI.create(referrer);
            String path = page.getRawPath();
            if (path == null || !path.startsWith(contextPath + PREFIX)) {
                return Optional.empty();
            }
            String query = page.getRawQuery();
            return local(path.substring(contextPath.length()) + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a browser sends no such thing
        }
    }

    private static String pathOf(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }
}
