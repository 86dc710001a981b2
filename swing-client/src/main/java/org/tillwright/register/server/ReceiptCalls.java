package org.tillwright.register.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.tillwright.wire.sale.ReceiptFound;

/** Asks the server for receipts that customers bring back. Waits for the answer, so it is not for the event thread. */
public final class ReceiptCalls {

    /** How long a customer with goods in their hands waits, before the register goes by what it knows itself. */
    public static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Supplier<HttpServer> server;

    public ReceiptCalls(Supplier<HttpServer> server) {
        this.server = server;
    }

    /** The sale of a receipt of any store; one that no such sale has arrived of is refused with status 404. */
    public Reply<ReceiptFound> find(String code) {
        String segment = URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
        return server.get()
                .call("GET", "/receipts/" + segment, null, null, PATIENCE, HttpServer.json(ReceiptFound.class));
    }
}
