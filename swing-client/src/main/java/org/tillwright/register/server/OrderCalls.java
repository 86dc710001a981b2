package org.tillwright.register.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.server.HttpExchange.Ask;
import org.tillwright.register.server.HttpExchange.Received;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.OrderDetail;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.OrdersFound;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSalesFound;

/** Parked sales, quotations and layaways, over HTTP. */
public final class OrderCalls implements OrderServer {

    /** A cart of all the lines that there may be. */
    private static final int MAX_CART_BYTES = 8 * 1024 * 1024;

    private static final String PARKED = "/suspended-sales";
    private static final String ORDERS = "/orders";

    private final Supplier<HttpServer> server;

    /**
     * @param server the one that the settings name at the moment
     */
    public OrderCalls(Supplier<HttpServer> server) {
        this.server = server;
    }

    @Override
    public Reply<SuspendedSalesFound> parkedSales() {
        return ask("GET", PARKED, null, null, HttpServer.json(SuspendedSalesFound.class));
    }

    @Override
    public Reply<Boolean> park(SuspendedSaleMessage sale) {
        return ask("PUT", PARKED + "/" + sale.suspendedSaleId(), null, sale, answer -> true);
    }

    @Override
    public Reply<SuspendedSaleMessage> resume(UUID suspendedSaleId, UUID claimId, ClaimRequest request) {
        String path = PARKED + "/" + suspendedSaleId + "/claims/" + claimId;
        return ask("PUT", path, null, request, HttpServer.json(SuspendedSaleMessage.class));
    }

    @Override
    public Reply<OrdersFound> orders(String asked) {
        String query = "q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
        return ask("GET", ORDERS, query, null, HttpServer.json(OrdersFound.class));
    }

    @Override
    public Reply<OrderSummary> keep(OrderMessage order) {
        return ask("PUT", ORDERS + "/" + order.orderId(), null, order, HttpServer.json(OrderSummary.class));
    }

    @Override
    public Reply<OrderDetail> take(UUID orderId, UUID claimId, ClaimRequest request) {
        String path = ORDERS + "/" + orderId + "/claims/" + claimId;
        return ask("PUT", path, null, request, HttpServer.json(OrderDetail.class));
    }

    @Override
    public Reply<Boolean> release(UUID orderId, UUID claimId) {
        return ask("DELETE", ORDERS + "/" + orderId + "/claims/" + claimId, null, null, answer -> true);
    }

    @Override
    public Reply<OrderSummary> cancel(UUID orderId, UUID cancellationId, ClaimRequest request) {
        String path = ORDERS + "/" + orderId + "/cancellations/" + cancellationId;
        return ask("PUT", path, null, request, HttpServer.json(OrderSummary.class));
    }

    private <T> Reply<T> ask(
            String method,
            String path,
            @Nullable String query,
            @Nullable Record message,
            Function<Received, T> reader) {
        HttpServer now = server.get();
        Ask ask = new Ask(
                method,
                HttpServer.BASE + path,
                query,
                message == null ? null : WireJson.print(message),
                now.registerToken(),
                HttpServer.PATIENCE,
                MAX_CART_BYTES);
        return now.ask(ask, reader);
    }
}
