package org.tillwright.web.admin.live;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.tillwright.server.security.ConsoleAddress;
import org.tillwright.server.security.ConsoleCookie;
import org.tillwright.web.admin.shell.Console;

/**
 * Where open pages of the console listen. Who may is decided before: this is under {@code /admin/}, and the store is the one
 * that the person looks at. No thread waits here; the answer is written as there is something to tell.
 */
@WebServlet(urlPatterns = ConsoleAddress.LIVE, asyncSupported = true)
public class LiveServlet extends HttpServlet {

    private static final String COME_AGAIN_AFTER_SECONDS = "60";

    @Inject
    LiveWatch watch;

    @Inject
    Console console;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        Optional<String> token = ConsoleCookie.token(request);
        if (token.isEmpty() || !watch.hasRoom()) {
            answer.setHeader("Retry-After", COME_AGAIN_AFTER_SECONDS);
            answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        answer.setContentType("text/event-stream;charset=UTF-8");
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("X-Accel-Buffering", "no"); // a proxy that collects the answer would tell nothing at all
        String storeId = console.getStoreId();
        AsyncContext connection = request.startAsync();
        LiveListener listener = new LiveListener(connection, storeId, token.get(), watch::remove);
        watch.add(listener);
        listener.keepAlive();
        listener.begin();
    }
}
