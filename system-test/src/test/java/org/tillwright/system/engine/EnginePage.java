package org.tillwright.system.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tillwright.browser.Door;
import org.tillwright.system.console.ConsoleBrowser;

/** A page of this machine that answers questions with core as a script, opened in Chromium. */
final class EnginePage {

    private static final String SCRIPT = "core.mjs";
    private static final long PATIENCE_SECONDS = 300;

    /** Answers are sent back as a list, because a text may hold any letter; what is thrown is an answer that cannot fit. */
    private static final String PAGE =
            """
            <!doctype html><html lang="en"><title>engine</title><link rel="icon" href="data:,"><script type="module">
            import * as core from './core.mjs';
            const questions = (await (await fetch('questions')).text()).split('\\n');
            const began = performance.now();
            const answers = questions.map(line => {
              const [kind, ...texts] = JSON.parse(line);
              try { return core[kind](...texts); } catch (e) { return 'thrown: ' + e; }
            });
            const took = Math.round(performance.now() - began);
            await fetch('answers?took=' + took, {method: 'POST', body: JSON.stringify(answers)});
            </script></html>
            """;

    private final String questions;
    private final CompletableFuture<Answers> answers = new CompletableFuture<>();

    private EnginePage(List<Question> questions) {
        this.questions =
                String.join("\n", questions.stream().map(Question::line).toList());
    }

    /** What the browser answered, in order, and how long it computed. */
    record Answers(List<String> texts, long millis) {}

    /** Asks all questions in a browser of their own. */
    static Answers ask(List<Question> questions) throws IOException, InterruptedException {
        EnginePage page = new EnginePage(questions);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", page::serve);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (ConsoleBrowser browser = ConsoleBrowser.open(address)) {
            browser.go("/");
            return page.await(browser);
        } finally {
            server.stop(0);
        }
    }

    private Answers await(ConsoleBrowser browser) throws InterruptedException {
        try {
            return answers.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("no answers; the console says " + browser.consoleErrors(), e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> send(exchange, "text/html; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8));
                case "/" + SCRIPT -> send(exchange, "text/javascript", script());
                case "/questions" -> send(exchange, "text/plain", questions.getBytes(StandardCharsets.US_ASCII));
                case "/answers" -> {
                    answers.complete(read(exchange));
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static Answers read(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        long millis = Long.parseLong(query.substring(query.indexOf('=') + 1));
        try (var json = jakarta.json.Json.createReader(exchange.getRequestBody())) {
            List<String> texts = json.readArray().getValuesAs(jakarta.json.JsonString.class).stream()
                    .map(jakarta.json.JsonString::getString)
                    .toList();
            return new Answers(texts, millis);
        }
    }

    static byte[] script() {
        try (InputStream in = Door.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException(SCRIPT + " is not built: package core/browser");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
