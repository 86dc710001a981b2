package org.tillwright.register.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.CustomersFound;

/** Asks the server for customers. Every method waits, so none is for the event thread. */
public final class CustomerCalls implements CustomerServer {

    /** How long a cashier waits for a name. */
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Supplier<HttpServer> server;

    /**
     * @param server the one that the settings name now
     */
    public CustomerCalls(Supplier<HttpServer> server) {
        this.server = server;
    }

    @Override
    public Reply<CustomersFound> find(String text) {
        String query = "q=" + encoded(text);
        return server.get().call("GET", "/customers", query, null, PATIENCE, HttpServer.json(CustomersFound.class));
    }

    @Override
    public Reply<CustomerFound> get(String customerId) {
        String path = "/customers/" + encoded(customerId);
        return server.get().call("GET", path, null, null, PATIENCE, HttpServer.json(CustomerFound.class));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
