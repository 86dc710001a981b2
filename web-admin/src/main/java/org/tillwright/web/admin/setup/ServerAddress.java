package org.tillwright.web.admin.setup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The address under which the console is open right now: the best guess of what registers find the server by. */
record ServerAddress(String text, boolean isOnlyHere) {

    /** Names that each machine has for itself. */
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    static ServerAddress of(HttpServletRequest request) {
        String host = request.getServerName();
        int port = request.getServerPort();
        boolean usual = port == (request.getScheme().equals("https") ? 443 : 80);
        String named = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        String text = request.getScheme() + "://" + named + (usual ? "" : ":" + port) + request.getContextPath();
        return new ServerAddress(text, OWN_NAMES.contains(host));
    }

    /**
     * Returns the address with a code behind it, for a QR code: a telephone that reads it opens the server's front page and
     * sends the code to nobody, because browsers keep what stands behind a hash.
     */
    String with(String code) {
        return text + "/#" + code;
    }
}
