package org.tillwright.boot.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tillwright.boot.platform.StartException;
import org.tillwright.wire.ConsoleSignInRequest;
import org.tillwright.wire.Problem;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/**
 * A person's program signed in at a store server. Closing it signs out, so that the token opens nothing after the program has
 * gone; that this did not succeed is said, and is no failure of what was done.
 */
final class ServerSession implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2); // a year's report takes seconds

    private static final int OK = 200;
    private static final int DONE = 204;

    private static final String SESSIONS = "console-sessions";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private final URI server;
    private final String token;
    private final PrintWriter warnings;

    private ServerSession(URI server, String token, PrintWriter warnings) {
        this.server = server;
        this.token = token;
        this.warnings = warnings;
    }

    /**
     * Signs a person in.
     *
     * @param warnings where it is said that signing out did not succeed
     */
    static ServerSession open(URI server, String operatorNumber, String password, PrintWriter warnings)
            throws StartException {
        byte[] body = WireJson.print(new ConsoleSignInRequest(operatorNumber, password));
        HttpRequest request = request(server, SESSIONS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return new ServerSession(
                server, read(send(request), SignOnAnswer.class, server).token(), warnings);
    }

    /** Asks for a path below {@code /api/v1/}. */
    HttpResponse<byte[]> get(String path, Map<String, String> parameters) throws StartException {
        return send(own(path, parameters).GET().build());
    }

    /** Asks for a path below {@code /api/v1/}, and reads what it answers. */
    <T extends Record> T get(String path, Map<String, String> parameters, Class<T> type) throws StartException {
        return read(get(path, parameters), type, server);
    }

    /** Puts a JSON document at a path below {@code /api/v1/}, and reads what it answers. */
    <T extends Record> T put(String path, Map<String, String> parameters, byte[] document, Class<T> type)
            throws StartException {
        HttpRequest request = own(path, parameters)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(document))
                .build();
        return read(send(request), type, server);
    }

    /** Posts a file to a path below {@code /api/v1/}, and reads what it answers. */
    <T extends Record> T upload(String path, Map<String, String> parameters, byte[] file, Class<T> type)
            throws StartException {
        HttpRequest request = own(path, parameters)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        return read(send(request), type, server);
    }

    @Override
    public void close() {
        try {
            send(own(SESSIONS, Map.of()).DELETE().build());
        } catch (StartException e) {
            warnings.println("Signing out did not succeed, so the session ends by itself when it is not used. "
                    + e.getMessage());
        }
    }

    private HttpRequest.Builder own(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return request(server, query.isEmpty() ? path : path + "?" + query).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder request(URI server, String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1/" + path)).timeout(PATIENCE);
    }

    private static <T extends Record> T read(HttpResponse<byte[]> answer, Class<T> type, URI server)
            throws StartException {
        try {
            return WireJson.read(answer.body(), type);
        } catch (MalformedMessageException e) {
            throw new StartException("What answers at " + server + " is no store server of this version.", e);
        }
    }

    private static HttpResponse<byte[]> send(HttpRequest request) throws StartException {
        String server = request.uri().getScheme() + "://" + request.uri().getAuthority();
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK && answer.statusCode() != DONE) {
                throw new StartException(sentence(answer));
            }
            return answer;
        } catch (IOException e) {
            throw new StartException("No store server answers at " + server + "; is it running there?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while waiting for " + server + ".", e);
        }
    }

    /** The server's own words, and each thing that was wrong on a line of its own. */
    private static String sentence(HttpResponse<byte[]> answer) {
        try {
            Problem problem = WireJson.read(answer.body(), Problem.class);
            List<Fault> faults = problem.faults() == null ? List.of() : problem.faults();
            return problem.detail()
                    + faults.stream().map(fault -> "\n  " + fault).collect(Collectors.joining());
        } catch (MalformedMessageException e) {
            return "The server answered " + answer.statusCode() + " and gave no reason.";
        }
    }

    /** As a part of a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
