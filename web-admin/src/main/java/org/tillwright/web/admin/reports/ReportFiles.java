package org.tillwright.web.admin.reports;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.report.Format;
import org.tillwright.server.Refused;
import org.tillwright.server.reporting.ReportFile;
import org.tillwright.server.reporting.ReportRequest;
import org.tillwright.server.reporting.ReportingService;
import org.tillwright.web.admin.shell.Console;

/** Gives the console's reports to its browser: a picture to look at, a PDF to print, a file to keep. */
@WebServlet("/admin/reports/file")
public class ReportFiles extends HttpServlet {

    @Inject
    ReportingService reports;

    @Inject
    Console console;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        String as = parameter(request, "as");
        try {
            switch (as == null ? "" : as) {
                case "picture" -> sendPicture(request, answer);
                case "print" ->
                    send(
                            reports.makeForPrinter(wanted(request, Format.PDF.extension()), console.getOperatorId()),
                            "inline",
                            answer);
                default -> send(reports.make(wanted(request, as), console.getOperatorId()), "attachment", answer);
            }
        } catch (Refused refused) {
            sendRefusal(refused, answer);
        }
    }

    private void sendPicture(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        byte[] picture = reports.drawFirstPage(wanted(request, null), console.getOperatorId());
        send(picture, "image/png", answer);
    }

    private static void send(ReportFile file, String disposition, HttpServletResponse answer) throws IOException {
        answer.setHeader("Content-Disposition", disposition + "; filename=\"" + file.fileName() + "\"");
        send(file.content(), file.format().mediaType(), answer);
    }

    private static void send(byte[] content, String mediaType, HttpServletResponse answer) throws IOException {
        answer.setContentType(mediaType);
        answer.setContentLength(content.length);
        answer.getOutputStream().write(content);
    }

    private static void sendRefusal(Refused refused, HttpServletResponse answer) throws IOException {
        String sentence = refused.detail()
                + refused.faults().stream().map(fault -> "\n" + fault).collect(Collectors.joining()) + "\n";
        answer.setStatus(refused.code().httpStatus());
        send(sentence.getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8", answer);
    }

    private ReportRequest wanted(HttpServletRequest request, @Nullable String format) {
        String name = parameter(request, "name");
        return new ReportRequest(
                name == null ? "" : name,
                console.getStoreId(),
                parameter(request, "from"),
                parameter(request, "to"),
                parameter(request, "till"),
                format,
                console.getLanguage());
    }

    private static @Nullable String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }
}
