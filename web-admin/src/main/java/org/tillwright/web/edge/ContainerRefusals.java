package org.tillwright.web.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.platform.FaultLog;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.WireJson;

/**
 * What the container refuses by itself: the default page shows its own name and version, and sometimes a stack trace.
 * Programs get problem+json; a browser gets a page of ours; whatever else asks gets one sentence.
 */
@WebServlet("/refusal")
public class ContainerRefusals extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        boolean isDatabaseAway = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault
                && FaultLog.isDatabaseAway(fault);
        int status = isDatabaseAway ? ProblemCode.DATABASE_AWAY.httpStatus() : status(request);
        Optional<String> reference = reference(request, status);
        answer.setStatus(status);
        if (isForPrograms(request)) {
            String code = isDatabaseAway ? ProblemCode.DATABASE_AWAY.name() : HttpWords.code(status);
            String detail = isDatabaseAway ? HttpWords.DATABASE_AWAY : HttpWords.detail(status);
            Problem problem = Problem.of(status, code, detail, List.of());
            send(
                    answer,
                    Problem.MEDIA_TYPE,
                    WireJson.write(reference.map(problem::under).orElse(problem)));
        } else if (String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            send(
                    answer,
                    "text/html;charset=UTF-8",
                    FailedPage.html(request, status, reference).getBytes(StandardCharsets.UTF_8));
        } else {
            String number = reference.map(told -> " Number: " + told + ".").orElse("");
            send(
                    answer,
                    "text/plain;charset=UTF-8",
                    (HttpWords.detail(status) + number + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith(request.getContextPath() + "/api/");
    }

    private static void send(HttpServletResponse answer, String mediaType, byte[] body) throws IOException {
        answer.setContentType(mediaType);
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }

    /** Absent when someone asks for this page directly: then there is nothing here. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpServletResponse.SC_NOT_FOUND;
    }

    /** Where the log has the cause of a failure; a mere refusal has none. */
    private static Optional<String> reference(HttpServletRequest request, int status) {
        if (status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                || !(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault)) {
            return Optional.empty();
        }
        String caller = Caller.of(request);
        return Optional.of(
                FaultLog.isDatabaseAway(fault) ? FaultLog.noteDatabaseAway(caller) : FaultLog.note(fault, caller));
    }
}
