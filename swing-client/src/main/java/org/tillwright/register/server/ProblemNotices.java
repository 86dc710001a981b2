package org.tillwright.register.server;

import java.net.URI;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.Problem;

/** Says in the register's words what a server's refusal means. */
public final class ProblemNotices {

    private ProblemNotices() {}

    /** The sentence for a problem; one that the register does not know is told in the server's own words. */
    public static Notice of(Problem problem, URI server) {
        return switch (problem.code()) {
            case "TOKEN_REFUSED" -> Notice.of("server.token-refused", server.getAuthority());
            case "CLOCK_DIFFERS" -> Notice.of("server.clock-differs");
            case "ENROLMENT_CODE_REFUSED" -> Notice.of("server.enrolment-code-refused");
            case "NOT_ALLOWED" -> Notice.of("server.not-allowed");
            default -> Notice.of("server.says", problem.detail());
        };
    }

    static Notice of(int status, URI server) {
        String host = server.getAuthority();
        return switch (status) {
            case 401 -> Notice.of("server.token-refused", host);
            case 404 -> Notice.of("server.no-tillwright", host);
            case 429, 503 -> Notice.of("server.busy", host);
            default ->
                status >= 500
                        ? Notice.of("server.in-trouble", host, Integer.toString(status))
                        : Notice.of("server.unexpected", host, Integer.toString(status));
        };
    }
}
