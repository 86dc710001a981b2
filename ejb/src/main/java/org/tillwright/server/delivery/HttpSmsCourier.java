package org.tillwright.server.delivery;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.tillwright.server.platform.MessagingSettings;
import org.tillwright.wire.json.WireJson;

/** Hands letters to an HTTP gateway: one POST of JSON each, repeated under the same key. docs/receipts.md has the form. */
final class HttpSmsCourier implements Courier {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MULTIPLE_CHOICES = 300;
    private static final int OK = 200;
    /** The gateway's word that it will never take this. Everything else may be the gateway's own trouble, or a setting's. */
    private static final Set<Integer> FOR_EVER = Set.of(400, 422);

    private final MessagingSettings.Way way;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpSmsCourier(MessagingSettings.Way way) {
        this.way = way;
    }

    /** What is posted. */
    public record Message(String from, String to, String text, String reference) {}

    @Override
    public Outcome send(Letter letter) {
        Message message = new Message(
                way.from(), letter.address(), letter.text(), letter.requestId().toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(way.server())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", letter.requestId().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(message)));
        if (way.password() != null) {
            request.header("Authorization", "Bearer " + way.password());
        }
        try {
            HttpResponse<Void> answer = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            int status = answer.statusCode();
            if (status >= OK && status < MULTIPLE_CHOICES) {
                return Outcome.sent("taken with status " + status);
            }
            return FOR_EVER.contains(status)
                    ? Outcome.refused("the gateway refused it with status " + status)
                    : Outcome.later("the gateway answered with status " + status);
        } catch (IOException e) {
            return Outcome.later("the gateway does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.later("the server is stopping");
        }
    }
}
