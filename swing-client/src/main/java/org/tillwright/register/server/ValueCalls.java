package org.tillwright.register.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.tillwright.wire.value.ValueAuthorization;
import org.tillwright.wire.value.ValueAuthorizationRequest;
import org.tillwright.wire.value.ValueBalance;

/**
 * Asks the server about money that is kept under a number: gift cards, store credit, accounts, deposits. Without an answer
 * nothing is known, so nothing is paid with it. Every method waits, so none is for the event thread.
 */
public final class ValueCalls {

    /** How long a customer waits at the till for an answer about money. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<HttpServer> server;

    /**
     * @param server the one that the settings name now
     */
    public ValueCalls(Supplier<HttpServer> server) {
        this.server = server;
    }

    /**
     * Asks what is kept under a number.
     *
     * @param kind GIFT_CARD, STORE_CREDIT, ON_ACCOUNT or DEPOSIT
     */
    public Reply<ValueBalance> balance(String kind, String number) {
        String path = "/values/" + encoded(kind) + "/" + encoded(number);
        return server.get().call("GET", path, null, null, PATIENCE, HttpServer.json(ValueBalance.class));
    }

    /** Has an amount set aside for a sale. Safe to repeat with the same id, and to be repeated when no answer came. */
    public Reply<ValueAuthorization> authorize(ValueAuthorizationRequest request) {
        String path = "/value-authorizations/" + request.authorizationId();
        return server.get().call("PUT", path, null, request, PATIENCE, HttpServer.json(ValueAuthorization.class));
    }

    /** Gives an amount up that was set aside. Right for an id too that no answer came for: it then never counts. */
    public Reply<Boolean> release(UUID authorizationId) {
        String path = "/value-authorizations/" + authorizationId;
        return server.get().call("DELETE", path, null, null, PATIENCE, answer -> true);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
