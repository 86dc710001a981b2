package org.tillwright.simulator;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells the shop's server of changes, as well or as badly as it is asked to. */
public final class GatewayEvents implements AutoCloseable {

    /** How events are told. */
    public enum Manner {
        /** Once, at once. */
        PROMPT,
        /** Never: the server has to ask. */
        NEVER,
        /** Kept until {@link GatewayEvents#release()}, or for five seconds. */
        LATE,
        /** The same event twice. */
        TWICE,
        /** The news first, and what it was before after it. */
        OUT_OF_ORDER,
        /** Signed with another secret. */
        FORGED,
        /** Signed an hour ago. */
        OLD;

        static String names() {
            return String.join(", ", Arrays.stream(values()).map(Manner::name).toList());
        }

        static Manner named(String word) throws ScriptException {
            String name = word.toUpperCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(manner -> manner.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ScriptException("\"" + word + "\" is no manner; these are: " + names()));
        }
    }

    private static final Logger LOG = System.getLogger(GatewayEvents.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LATE_SECONDS = 5;
    private static final Duration LONG_AGO = Duration.ofHours(1);
    private static final int MOST_KEPT = 1_000;

    private final String secret;
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "wallet gateway events");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Clock clock = Clock.systemUTC();
    private final List<Integer> statuses = new ArrayList<>();
    private final List<Runnable> kept = new ArrayList<>();
    private volatile Manner manner = Manner.PROMPT;
    private volatile @Nullable URI address;

    GatewayEvents(String secret, @Nullable URI address) {
        this.secret = secret;
        this.address = address;
    }

    /** Where events go from now on; null for nowhere. */
    public void sendTo(@Nullable URI next) {
        address = next;
    }

    /** How events are told from the next one on. */
    public void setManner(Manner next) {
        manner = next;
    }

    /** What the server answered so far, oldest first; 0 for no answer. */
    public synchronized List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    /** Tells what was kept back. */
    public void release() {
        List<Runnable> all;
        synchronized (this) {
            all = List.copyOf(kept);
            kept.clear();
        }
        all.forEach(sender::execute);
    }

    void tell(GatewayPayment payment) {
        if (address == null || manner == Manner.NEVER) {
            return;
        }
        String id = "ev-" + payment.id() + "-" + payment.version();
        JsonObject now = event(id, payment.standing());
        switch (manner) {
            case NEVER -> {}
            case PROMPT -> later(now, secret, Duration.ZERO);
            case FORGED -> later(now, secret + "?", Duration.ZERO);
            case OLD -> later(now, secret, LONG_AGO);
            case TWICE -> {
                later(now, secret, Duration.ZERO);
                later(now, secret, Duration.ZERO);
            }
            case OUT_OF_ORDER -> {
                later(now, secret, Duration.ZERO);
                later(event("ev-" + payment.id() + "-1", payment.standingAtFirst()), secret, Duration.ZERO);
            }
            case LATE -> keep(() -> send(now, secret, Duration.ZERO));
        }
    }

    private void later(JsonObject event, String with, Duration age) {
        sender.execute(() -> send(event, with, age));
    }

    private synchronized void keep(Runnable event) {
        if (kept.size() < MOST_KEPT) {
            kept.add(event);
            var unused = sender.schedule(this::release, LATE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private JsonObject event(String id, JsonObject standing) {
        return Json.createObjectBuilder()
                .add(
                        "eventId",
                        id + "-"
                                + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                                        .toString()
                                        .substring(0, 8))
                .add("happenedAt", clock.instant().toString())
                .add("payment", standing)
                .build();
    }

    private void send(JsonObject event, String with, Duration age) {
        URI to = address;
        if (to == null) {
            return;
        }
        byte[] body = GatewayJson.bytes(event);
        Instant at = clock.instant().minus(age);
        String timestamp = Long.toString(at.getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Gateway-Timestamp", timestamp)
                .header("Gateway-Signature", signature(with, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            answered(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the shop does not hear its gateway: {0}", e.getMessage());
            answered(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the simulator is ending
        }
    }

    private synchronized void answered(int status) {
        if (statuses.size() < MOST_KEPT) {
            statuses.add(status);
        }
    }

    private static String signature(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(timestamp.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) '.');
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
