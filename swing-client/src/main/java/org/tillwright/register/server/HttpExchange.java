package org.tillwright.register.server;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.glassfish.jersey.client.ClientProperties;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.text.Notice;

/**
 * One request and its whole answer. The answer is always read to its end before it is closed, otherwise its connection
 * would be thrown away.
 */
final class HttpExchange {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final Supplier<Client> client;
    private final URI server;

    HttpExchange(Supplier<Client> client, URI server) {
        this.client = client;
        this.server = server;
    }

    /**
     * Sends a request and reads what comes back.
     *
     * @throws NoAnswerException if there is nothing to read, with a sentence why
     */
    Received send(Ask ask) throws NoAnswerException {
        return send(ask, null);
    }

    /**
     * The same, for an answer that may be too large to be kept.
     *
     * @param large reads what comes with status 200, while it comes; null keeps every answer
     */
    Received send(Ask ask, @Nullable Consumer<InputStream> large) throws NoAnswerException {
        Invocation.Builder request = client.get()
                .target(server)
                .path(ask.path())
                .request(MediaType.APPLICATION_JSON_TYPE, MediaType.WILDCARD_TYPE)
                .property(
                        ClientProperties.READ_TIMEOUT,
                        Math.toIntExact(ask.patience().toMillis()));
        if (ask.query() != null) {
            URI uri = URI.create(server + ask.path() + "?" + ask.query());
            request = client.get()
                    .target(uri)
                    .request(MediaType.APPLICATION_JSON_TYPE, MediaType.WILDCARD_TYPE)
                    .property(
                            ClientProperties.READ_TIMEOUT,
                            Math.toIntExact(ask.patience().toMillis()));
        }
        if (ask.bearer() != null) {
            request = request.header(HttpHeaders.AUTHORIZATION, "Bearer " + ask.bearer());
        }
        for (Map.Entry<String, String> header : ask.headers().entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        byte[] body = ask.body();
        try (Response response = body == null
                ? request.method(ask.method())
                : request.method(ask.method(), Entity.entity(body, MediaType.APPLICATION_JSON_TYPE))) {
            return read(response, ask.maxBytes(), large);
        } catch (ProcessingException | IOException e) {
            throw new NoAnswerException(reason(e), e);
        }
    }

    private static Received read(Response response, int maxBytes, @Nullable Consumer<InputStream> large)
            throws IOException {
        MediaType type = response.getMediaType();
        Date date = response.getDate();
        byte[] body = new byte[0];
        if (response.hasEntity()) {
            try (InputStream in = response.readEntity(InputStream.class)) {
                if (large != null && response.getStatus() == Response.Status.OK.getStatusCode()) {
                    LargeBody.read(in, maxBytes, large);
                } else {
                    body = in.readNBytes(maxBytes + 1);
                }
            }
        }
        if (body.length > maxBytes) {
            throw new IOException("an answer of more than " + maxBytes + " bytes");
        }
        return new Received(
                response.getStatus(),
                type == null ? "" : type.getType() + "/" + type.getSubtype(),
                body,
                date == null ? null : date.toInstant(),
                retryAfter(response.getHeaderString(HttpHeaders.RETRY_AFTER)));
    }

    /** Only seconds are understood; a date would need a clock that both sides believe. */
    private static @Nullable Duration retryAfter(@Nullable String seconds) {
        return seconds != null && SECONDS.matcher(seconds.strip()).matches()
                ? Duration.ofSeconds(Long.parseLong(seconds.strip()))
                : null;
    }

    private Notice reason(Throwable failure) {
        String host = server.getAuthority();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return Notice.of("server.no-answer", host);
            }
            if (cause instanceof UnknownHostException) {
                return Notice.of("server.unknown-host", server.getHost());
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return Notice.of("server.not-there", host);
            }
            if (cause instanceof SSLException tls) {
                return Notice.of(TlsTrouble.of(tls), host);
            }
        }
        return Notice.of("server.broken-off", host);
    }

    /** A request. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ask(
            String method,
            String path,
            @Nullable String query,
            byte @Nullable [] body,
            @Nullable String bearer,
            Duration patience,
            int maxBytes,
            Map<String, String> headers) {

        Ask(
                String method,
                String path,
                @Nullable String query,
                byte @Nullable [] body,
                @Nullable String bearer,
                Duration patience,
                int maxBytes) {
            this(method, path, query, body, bearer, patience, maxBytes, Map.of());
        }

        Ask with(String header, String value) {
            return new Ask(method, path, query, body, bearer, patience, maxBytes, Map.of(header, value));
        }
    }

    /** A whole answer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Received(int status, String mediaType, byte[] body, @Nullable Instant date, @Nullable Duration retryAfter) {}

    /** Nothing came back that could be read. */
    static final class NoAnswerException extends Exception {

        private final Notice reason;

        NoAnswerException(Notice reason, Throwable cause) {
            super(reason.key(), cause);
            this.reason = reason;
        }

        Notice reason() {
            return reason;
        }
    }
}
