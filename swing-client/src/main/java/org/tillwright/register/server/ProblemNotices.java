package org.tillwright.register.server;

import java.net.URI;
import java.util.List;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.pricing.Lists;

/** Says in the register's words what a server's refusal means. */
public final class ProblemNotices {

    private ProblemNotices() {}

    /** The sentence for a problem; one that the register does not know is told in the server's own words. */
    public static Notice of(Problem problem, URI server) {
        return switch (problem.code()) {
            case "TOKEN_REFUSED" -> Notice.of("server.token-refused", server.getAuthority());
            case "CLOCK_DIFFERS" -> Notice.of("server.clock-differs");
            case "ENROLMENT_CODE_REFUSED" -> Notice.of("server.enrolment-code-refused");
            case "VALUE_REFUSED" -> ofValue(problem);
            case "NOT_ALLOWED" -> Notice.of("server.not-allowed");
            default -> Notice.of("server.says", problem.detail());
        };
    }

    /** The sentence for a refusal of the server to set something aside, or to tell a balance. */
    public static Notice ofValue(Problem problem) {
        List<Fault> faults = Lists.of(problem.faults());
        String reason = faults.isEmpty() ? "" : faults.get(0).field();
        return switch (problem.code() + " " + reason) {
            case "VALUE_REFUSED UNKNOWN" -> Notice.of("value.refused.unknown");
            case "VALUE_REFUSED BLOCKED" -> Notice.of("value.refused.blocked");
            case "VALUE_REFUSED TOO_LITTLE" -> Notice.of("value.refused.too-little");
            case "VALUE_REFUSED NO_CREDIT" -> Notice.of("value.refused.no-credit");
            case "VALUE_REFUSED TOO_MANY_MISSES" -> Notice.of("value.refused.too-many-misses");
            case "VALUE_REFUSED GIVEN_UP" -> Notice.of("value.refused.given-up");
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
