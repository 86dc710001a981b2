package org.tillwright.boot.command;

import java.io.IOException;
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

/** A store server as a person's program asks it: sign in, and fetch a report. */
final class ReportServer {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2); // a year's report takes seconds

    private static final int OK = 200;
    private static final int DONE = 204;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private ReportServer() {}

    /** A report, whole. */
    static final class Answer {

        private final byte[] content;
        private final boolean agrees;

        Answer(byte[] content, boolean agrees) {
            this.content = content;
            this.agrees = agrees;
        }

        byte[] content() {
            return content.clone();
        }

        /** False when the report's control totals differ. */
        boolean agrees() {
            return agrees;
        }
    }

    /** Signs a person in and returns their token. */
    static String signIn(URI server, String operatorNumber, String password) throws StartException {
        byte[] body = WireJson.write(new ConsoleSignInRequest(operatorNumber, password));
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/console-sessions"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> answer = send(request, server);
        try {
            return WireJson.read(answer.body(), SignOnAnswer.class).token();
        } catch (MalformedMessageException e) {
            throw new StartException("What answers at " + server + " is no store server of this version.", e);
        }
    }

    /** Ends a token, so that it opens nothing after the program has gone. */
    static void signOut(URI server, String token) throws StartException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/console-sessions"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .DELETE()
                .build();
        send(request, server);
    }

    /** Fetches a report. */
    static Answer report(URI server, String token, String name, Map<String, String> parameters) throws StartException {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        server.resolve("/api/v1/reports/" + encoded(name).replace("+", "%20") + "?" + query))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
        HttpResponse<byte[]> answer = send(request, server);
        boolean differs = answer.headers()
                .firstValue("Tillwright-Control-Totals")
                .filter("differ"::equals)
                .isPresent();
        return new Answer(answer.body(), !differs);
    }

    private static HttpResponse<byte[]> send(HttpRequest request, URI server) throws StartException {
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
