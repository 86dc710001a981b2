package org.tillwright.server.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.ServerSettings;
import org.tillwright.server.platform.WalletSettings;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/**
 * Speaks to the gateway: docs/wallet-gateway.md has the contract. Every request that begins something carries the payment's id
 * as its key, so that sending it again cannot move money twice. Never called inside a transaction.
 */
@ApplicationScoped
public class GatewayClient {

    static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);

    /** Of one attempt, from the request's first byte to the answer's last. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Together they take less time than a register waits. */
    private static final int ATTEMPTS = 2;

    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final Set<Integer> KEY_REFUSED = Set.of(401, 403);
    private static final Set<Integer> UNDERSTOOD_AND_REFUSED = Set.of(400, 422);
    private static final Set<Integer> NOT_NOW = Set.of(429, 503);

    private static final System.Logger LOG = System.getLogger(GatewayClient.class.getName());

    @Inject
    ServerSettings settings;

    private @Nullable HttpClient client;

    boolean isSetUp() {
        return settings.wallet().isPresent();
    }

    /** Begins a payment, or asks for one that was begun under the same id. */
    GatewayAnswer create(WalletRow row, @Nullable String customerCode) {
        return post(
                row,
                "",
                row.isRefund()
                        ? new GatewayMessages.NewRefund(
                                row.paymentId(),
                                row.amountMinor(),
                                row.currency(),
                                row.storeId(),
                                row.workstationId(),
                                String.valueOf(row.refundOf()))
                        : new GatewayMessages.NewPayment(
                                row.paymentId(),
                                row.amountMinor(),
                                row.currency(),
                                row.storeId(),
                                row.workstationId(),
                                customerCode));
    }

    /** Charges the purse whose code the customer showed, for a payment that was begun. */
    GatewayAnswer present(WalletRow row, String customerCode) {
        return post(row, "/" + row.paymentId() + "/customer-code", new GatewayMessages.CustomerCode(customerCode));
    }

    GatewayAnswer find(WalletRow row) {
        return ask(row, request(row, "/" + row.paymentId()).GET());
    }

    /**
     * Stops it unless the money has moved. An id that the gateway never heard of is not known, and refused from now on, should
     * its request still come.
     */
    GatewayAnswer cancel(WalletRow row) {
        return ask(row, request(row, "/" + row.paymentId() + "/cancel").POST(HttpRequest.BodyPublishers.noBody()));
    }

    private GatewayAnswer post(WalletRow row, String path, Record message) {
        return ask(
                row,
                request(row, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(message))));
    }

    private HttpRequest.Builder request(WalletRow row, String path) {
        WalletSettings known = settings.wallet().orElseThrow();
        URI address = URI.create(known.gateway() + (row.isRefund() ? "/refunds" : "/payments") + path);
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Idempotency-Key", row.paymentId().toString())
                .header("Authorization", "Bearer " + known.key());
    }

    /** Certain is only what was certain at every attempt: one that went out may still arrive. */
    private GatewayAnswer ask(WalletRow row, HttpRequest.Builder request) {
        GatewayAnswer answer = attempt(row.paymentId(), request.build());
        boolean isCertain = !(answer instanceof GatewayAnswer.Unclear);
        for (int attempt = 2; attempt <= ATTEMPTS && isWorthRepeating(answer); attempt++) {
            answer = attempt(row.paymentId(), request.build());
            isCertain &= !(answer instanceof GatewayAnswer.Unclear);
        }
        if (answer instanceof GatewayAnswer.NotDone notDone && !isCertain) {
            answer = new GatewayAnswer.Unclear(notDone.why());
        }
        if (answer instanceof GatewayAnswer.Unclear unclear) {
            LOG.log(System.Logger.Level.WARNING, "Wallet payment {0}: {1}", row.paymentId(), unclear.why());
        } else if (answer instanceof GatewayAnswer.NotDone notDone) {
            LOG.log(System.Logger.Level.WARNING, "Wallet payment {0} not done: {1}", row.paymentId(), notDone.why());
        }
        return answer;
    }

    private static boolean isWorthRepeating(GatewayAnswer answer) {
        return answer instanceof GatewayAnswer.Unclear
                || (answer instanceof GatewayAnswer.NotDone notDone && notDone.reason() == WalletReason.UNREACHABLE);
    }

    /** The patience is for the whole answer: a gateway that trickles it would hold the caller for as long as it likes. */
    private GatewayAnswer attempt(UUID paymentId, HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> asked =
                http().sendAsync(request, unused -> new BoundedBody(MAX_ANSWER_BYTES));
        try {
            HttpResponse<byte[]> response = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return answer(paymentId, response.statusCode(), response.body());
        } catch (TimeoutException e) {
            asked.cancel(true); // and with it the connection
            return new GatewayAnswer.Unclear(
                    "the gateway did not end its answer in " + PATIENCE.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return new GatewayAnswer.Unclear("the server is stopping");
        }
    }

    private static GatewayAnswer failed(@Nullable Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                ? new GatewayAnswer.NotDone(WalletReason.UNREACHABLE, "the gateway cannot be reached")
                : new GatewayAnswer.Unclear(
                        "the gateway gave no answer: " + (cause == null ? "unknown" : cause.getMessage()));
    }

    private static GatewayAnswer answer(UUID paymentId, int status, byte[] body) {
        if (status >= OK && status < MULTIPLE_CHOICES) {
            return standing(paymentId, body);
        } else if (status == NOT_FOUND) {
            return new GatewayAnswer.NotKnown();
        } else if (status == GONE) {
            return new GatewayAnswer.NotDone(WalletReason.GIVEN_UP, "it was stopped before it came to the gateway");
        } else if (KEY_REFUSED.contains(status)) {
            return new GatewayAnswer.NotDone(WalletReason.KEY_REFUSED, "the gateway answered with status " + status);
        } else if (UNDERSTOOD_AND_REFUSED.contains(status)) {
            return new GatewayAnswer.NotDone(WalletReason.UNSOUND, "the gateway answered with status " + status);
        } else if (NOT_NOW.contains(status)) {
            return new GatewayAnswer.NotDone(WalletReason.NOT_TAKEN, "the gateway answered with status " + status);
        }
        return new GatewayAnswer.Unclear("the gateway answered with status " + status);
    }

    private static GatewayAnswer standing(UUID paymentId, byte[] body) {
        if (body.length > MAX_ANSWER_BYTES) {
            return new GatewayAnswer.Unclear("the gateway's answer is longer than " + MAX_ANSWER_BYTES + " bytes");
        }
        try {
            GatewayMessages.Standing standing = WireJson.read(body, GatewayMessages.Standing.class);
            return standing.paymentId().equals(paymentId)
                    ? new GatewayAnswer.Told(standing)
                    : new GatewayAnswer.Unclear("the gateway answered about " + standing.paymentId());
        } catch (MalformedMessageException e) {
            return new GatewayAnswer.Unclear("the gateway's answer cannot be read: " + e.getMessage());
        }
    }

    private synchronized HttpClient http() {
        HttpClient known = client;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .connectTimeout(CONNECT_PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            client = known;
        }
        return known;
    }
}
