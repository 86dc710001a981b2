package org.tillwright.register.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.WireJson;

/** A real HTTP server on the loopback that answers what a test lays ready, and remembers what it was asked. */
public final class TestServer implements AutoCloseable {

    private static final String HALF = "half";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();

    public TestServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public synchronized void answer(int status, Record body) {
        answers.add(new Answer(status, "application/json", WireJson.write(body), false));
    }

    public synchronized void problem(int status, String code) {
        byte[] body = WireJson.write(Problem.of(status, code, "It is so.", List.of()));
        answers.add(new Answer(status, Problem.MEDIA_TYPE, body, false));
    }

    public synchronized void answer(int status, String mediaType, String body) {
        answers.add(new Answer(status, mediaType, body.getBytes(StandardCharsets.UTF_8), false));
    }

    public synchronized void gzipped(Record body) {
        answers.add(new Answer(200, "application/json", WireJson.write(body), true));
    }

    /** The next answer promises more than comes before the line is hung up. */
    public synchronized void half(Record body) {
        answers.add(new Answer(200, HALF, WireJson.write(body), false));
    }

    /** The next request is hung up on without an answer. */
    public synchronized void hangUp() {
        answers.add(new Answer(0, "", new byte[0], false));
    }

    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer;
        synchronized (this) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding")),
                    body,
                    exchange.getRemoteAddress().getPort()));
            answer = answers.isEmpty() ? new Answer(500, "text/plain", new byte[0], false) : answers.remove();
        }
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        if (answer.mediaType().equals(HALF)) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.body().length);
            exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
            exchange.close();
            return;
        }
        byte[] bytes = answer.gzip() ? gzip(answer.body()) : answer.body();
        exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
        if (answer.gzip()) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answer(int status, String mediaType, byte[] body, boolean gzip) {}

    /** A request as it came in. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Asked(
            String method, String path, String authorization, String acceptEncoding, byte[] body, int clientPort) {}
}
