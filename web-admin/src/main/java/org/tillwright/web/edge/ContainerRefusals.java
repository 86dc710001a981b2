package org.tillwright.web.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        int status = status(request);
        answer.setStatus(status);
        if (isForPrograms(request)) {
            send(
                    answer,
                    Problem.MEDIA_TYPE,
                    WireJson.write(Problem.of(status, HttpWords.code(status), HttpWords.detail(status), List.of())));
        } else if (String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            send(
                    answer,
                    "text/html;charset=UTF-8",
                    FailedPage.html(request, status).getBytes(StandardCharsets.UTF_8));
        } else {
            send(
                    answer,
                    "text/plain;charset=UTF-8",
                    (HttpWords.detail(status) + "\n").getBytes(StandardCharsets.UTF_8));
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
}
