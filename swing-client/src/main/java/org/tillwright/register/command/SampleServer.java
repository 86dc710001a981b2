package org.tillwright.register.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.order.OrderKind;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.OrdersFound;
import org.tillwright.wire.order.SuspendedSaleSummary;
import org.tillwright.wire.order.SuspendedSalesFound;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.CustomersFound;
import org.tillwright.wire.wallet.WalletStateMessage;

/**
 * Tells the lists of the sample shop that only a server has: orders, parked sales, customers, wallet payments. For pictures of the screens that
 * show them; everything else is not found.
 */
final class SampleServer implements AutoCloseable {

    private static final int WAITING = 8;

    private static final String WALLET_PAYMENTS = "/api/v1/wallet-payments/";

    private final Clock clock;
    private final ServerSocket socket;

    SampleServer(Clock clock) throws IOException {
        this.clock = clock;
        this.socket = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "sample server");
        thread.setDaemon(true);
        thread.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                answer(caller);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        String request = in.readLine();
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            length = line.matches("(?i)content-length: [0-9]{1,6}") ? Integer.parseInt(line.substring(16)) : length;
        }
        for (int read = 0; read < length && in.read() >= 0; read++) {
            // Whoever hangs up on what is still being sent is not heard.
        }
        Record found = request == null ? null : found(request);
        byte[] body = found == null ? new byte[0] : WireJson.write(found);
        String head = "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                .formatted(found == null ? "404 Not Found" : "200 OK", body.length);
        OutputStream out = caller.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private @Nullable Record found(String request) {
        if (request.startsWith("GET /api/v1/orders?")) {
            return orders();
        } else if (request.startsWith("GET /api/v1/suspended-sales ")) {
            return parked();
        }
        int payment = request.indexOf(WALLET_PAYMENTS);
        if (payment > 0) {
            UUID id = UUID.fromString(request.substring(payment + WALLET_PAYMENTS.length(), request.lastIndexOf(' ')));
            return wallet(id, request.startsWith("DELETE "));
        }
        return request.startsWith("GET /api/v1/customers?") ? customers() : null;
    }

    /** Nobody pays in a picture; a payment waits with its code until it is stopped. */
    private static WalletStateMessage wallet(UUID paymentId, boolean isStopped) {
        return new WalletStateMessage(
                paymentId,
                isStopped ? "DECLINED" : "WAITING",
                null,
                null,
                isStopped ? null : "pay.example/" + paymentId,
                null,
                isStopped ? "CANCELLED" : null);
    }

    private OrdersFound orders() {
        return new OrdersFound(
                List.of(
                        order(1047, OrderKind.LAYAWAY, "Oleksandra Kovalenko", 8_940, 2_000, "Riesling 0.75 l"),
                        order(1046, OrderKind.QUOTATION, "Hafencafé Højgaard", 41_250, 0, "Rye loaf 1 kg"),
                        order(1042, OrderKind.QUOTATION, null, 2_370, 0, "Christmas stollen 750 g")),
                false);
    }

    private OrderSummary order(
            long number, OrderKind kind, @Nullable String customer, long total, long deposits, String item) {
        Instant made = clock.instant();
        LocalDate until = made.atZone(ZoneOffset.UTC).toLocalDate().plusDays(14);
        return new OrderSummary(
                id("order " + number),
                number,
                kind.name(),
                OrderSummary.OPEN,
                "Till 1",
                "Mette Skovgaard",
                made,
                until,
                null,
                customer,
                customer == null ? null : "+49 30 5550140",
                "EUR",
                total,
                deposits,
                3L,
                List.of(item, "Filter coffee, cup"),
                null);
    }

    private SuspendedSalesFound parked() {
        Instant now = clock.instant();
        return new SuspendedSalesFound(
                List.of(new SuspendedSaleSummary(
                        id("parked at another till"),
                        "4711",
                        "till-01",
                        "Till 1",
                        "Jens Højgaard",
                        now,
                        now.plusSeconds(86_400),
                        "EUR",
                        1_265L,
                        4L,
                        "Blue umbrella",
                        List.of("Whole milk 3.8 % 1 l", "Croissant", "Bananas"),
                        null)),
                false);
    }

    private static CustomersFound customers() {
        return new CustomersFound(
                List.of(
                        customer("c-1", "Anna Nørgaard", "REGULAR", "+45 32 555 0116"),
                        customer("c-2", "Андрій Шевченко", "STAFF", "+380 44 555 0191")),
                false);
    }

    private static CustomerFound customer(String id, String name, String group, String phone) {
        return new CustomerFound(id, null, name, id + "@example.com", phone, List.of(group), false, 20_000L, null);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
