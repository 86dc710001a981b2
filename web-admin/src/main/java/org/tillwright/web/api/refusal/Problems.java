package org.tillwright.web.api.refusal;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.tillwright.server.ProblemCode;
import org.tillwright.web.edge.HttpWords;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.Fault;

/** Makes the answers that say no: always {@code application/problem+json}, one sentence, no internals. */
public final class Problems {

    private static final int RETRY_SECONDS = 5;

    private Problems() {}

    public static Response answer(ProblemCode code, String detail) {
        return answer(code.httpStatus(), code.name(), detail, List.of());
    }

    public static Response answer(int status, String code, String detail, List<Fault> faults) {
        return about(Response.status(status), status, code, detail, faults);
    }

    /** Fills a prepared answer, which may carry headers such as Allow. */
    public static Response about(
            Response.ResponseBuilder prepared, int status, String code, String detail, List<Fault> faults) {
        return prepared.type(Problem.MEDIA_TYPE)
                .entity(Problem.of(status, code, detail, faults))
                .build();
    }

    public static Response notSignedOn() {
        ProblemCode code = ProblemCode.TOKEN_REFUSED;
        Response.ResponseBuilder challenge =
                Response.status(code.httpStatus()).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tillwright\"");
        return about(challenge, code.httpStatus(), code.name(), HttpWords.detail(code.httpStatus()), List.of());
    }

    public static Response notAllowed() {
        ProblemCode code = ProblemCode.NOT_ALLOWED;
        return answer(code, HttpWords.detail(code.httpStatus()));
    }

    /** The log says why under the reference. */
    static Response serverFault(String reference) {
        Problem problem = Problem.of(
                ProblemCode.SERVER_FAULT.httpStatus(),
                ProblemCode.SERVER_FAULT.name(),
                "The server could not do this, and has noted why under number " + reference
                        + "; try again, and tell that number to whoever looks after the server.",
                List.of());
        return under(reference, problem, Response.status(ProblemCode.SERVER_FAULT.httpStatus()));
    }

    static Response databaseAway(String reference) {
        ProblemCode code = ProblemCode.DATABASE_AWAY;
        Problem problem = Problem.of(
                code.httpStatus(),
                code.name(),
                HttpWords.DATABASE_AWAY + " The server has noted this under number " + reference + ".",
                List.of());
        return under(
                reference, problem, Response.status(code.httpStatus()).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));
    }

    private static Response under(String reference, Problem problem, Response.ResponseBuilder prepared) {
        return prepared.type(Problem.MEDIA_TYPE)
                .entity(problem.under(reference))
                .build();
    }
}
