package org.tillwright.register.server;

import jakarta.ws.rs.client.Client;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.glassfish.jersey.apache5.connector.Apache5ClientProperties;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client of the process. Making it takes up to a second, so it is made on a background thread while the
 * first screen is drawn.
 */
public final class HttpClients implements Supplier<Client>, AutoCloseable {

    /** How long to wait for a server to take the connection. */
    public static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);

    private final CompletableFuture<Client> client;

    /**
     * @param trust certificates that are trusted beside the system's own, or null
     */
    public HttpClients(Executor background, @Nullable Path trust) {
        this.client = CompletableFuture.supplyAsync(() -> make(trust), background);
    }

    private static Client make(@Nullable Path trust) {
        ClientConfig config = new ClientConfig();
        config.connectorProvider(new Apache5ConnectorProvider());
        config.property(ClientProperties.CONNECT_TIMEOUT, Math.toIntExact(CONNECT_PATIENCE.toMillis()));
        config.property(ClientProperties.FOLLOW_REDIRECTS, false);
        config.property(Apache5ClientProperties.RETRY_STRATEGY, new OnlyBrokenLines());
        return new JerseyClientBuilder()
                .sslContext(ServerTrust.context(trust))
                .withConfig(config)
                .build();
    }

    /** When and how often to try again is decided by whoever asks; only a kept line that turned out to be dead is replaced at once. */
    private static final class OnlyBrokenLines extends DefaultHttpRequestRetryStrategy {

        OnlyBrokenLines() {
            super(1, TimeValue.ZERO_MILLISECONDS);
        }

        @Override
        public boolean retryRequest(HttpResponse response, int count, HttpContext context) {
            return false;
        }
    }

    /** Returns the client, and waits for it when it is still being made. Not for the event thread. */
    @Override
    public Client get() {
        return client.join();
    }

    @Override
    public void close() {
        var unused = client.thenAccept(Client::close);
    }
}
