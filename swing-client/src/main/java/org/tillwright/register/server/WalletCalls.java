package org.tillwright.register.server;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.wallet.WalletRequestMessage;
import org.tillwright.wire.wallet.WalletStateMessage;

/** Asks the server for payments from phones. Every method waits, so none is for the event thread. */
public final class WalletCalls {

    /** How long an answer may take: the server asks its gateway meanwhile, twice at most. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<HttpServer> server;

    /**
     * @param server the one that the settings name now
     */
    public WalletCalls(Supplier<HttpServer> server) {
        this.server = server;
    }

    /** Begins a payment or a refund, or hands in the customer's code. Safe to repeat with the same id. */
    public Reply<WalletStateMessage> ask(WalletRequestMessage request) {
        return call("PUT", request.paymentId(), request);
    }

    public Reply<WalletStateMessage> status(UUID paymentId) {
        return call("GET", paymentId, null);
    }

    /** Stops what nobody has paid. Right for an id too that no answer came for: it then never counts. */
    public Reply<WalletStateMessage> cancel(UUID paymentId) {
        return call("DELETE", paymentId, null);
    }

    private Reply<WalletStateMessage> call(String method, UUID paymentId, @Nullable Record body) {
        String path = "/wallet-payments/" + paymentId;
        return server.get().call(method, path, null, body, PATIENCE, HttpServer.json(WalletStateMessage.class));
    }
}
