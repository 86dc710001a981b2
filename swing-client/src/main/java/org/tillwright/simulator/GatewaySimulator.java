package org.tillwright.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A wallet gateway as docs/wallet-gateway.md wants one: HTTP on this machine, with signed events to the shop's server. A person, a
 * script or its mode decides what becomes of a payment; what was decided stays, whatever happens to the connection.
 */
public final class GatewaySimulator implements PaymentSimulator {

    /** What begins the code that a customer scans. */
    public static final String CODE_PREFIX = "tillwright-wallet:";

    private static final int MAX_PAYMENTS = 10_000;
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final int WAITING_CALLERS = 50;

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int UNPROCESSABLE = 422;

    private final Account account;
    private final Listener listener;
    private final HttpServer server;
    private final ExecutorService callers = Executors.newCachedThreadPool(GatewaySimulator::thread);
    private final GatewayEvents events;
    private final Map<String, GatewayPayment> payments = new LinkedHashMap<>();
    private final Map<String, Long> refunded = new HashMap<>();
    private final Set<String> cancelledBefore = new HashSet<>();
    private Mode mode;
    private boolean isUnplugged;
    private int numbers;
    private int asked;

    /**
     * What gateway and shop know of each other.
     *
     * @param port to listen on; 0 for any free one
     * @param key that the shop's server names itself by
     * @param secret that events are signed with
     * @param events where the shop's server hears of changes; null for nowhere
     */
    public record Account(int port, String key, String secret, @Nullable URI events) {

        /** The account that simulations have when nobody says otherwise. */
        public static final Account SAMPLE = new Account(0, "simulated-key", "simulated-secret", null);

        public Account at(int otherPort) {
            return new Account(otherPort, key, secret, events);
        }

        /** Without what nobody may see. */
        @Override
        public String toString() {
            return "gateway on port " + port;
        }
    }

    private GatewaySimulator(Account account, Mode mode, Listener listener) throws IOException {
        this.account = account;
        this.mode = mode;
        this.listener = listener;
        this.events = new GatewayEvents(account.secret(), account.events());
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), account.port()), WAITING_CALLERS);
        } catch (IOException e) {
            throw new IOException("TCP port " + account.port() + " is taken by another program; choose another", e);
        }
        server.setExecutor(callers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Opens a gateway on this machine. */
    public static GatewaySimulator open(Account account, Mode mode, Listener listener) throws IOException {
        return new GatewaySimulator(account, mode, listener);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "wallet gateway");
        thread.setDaemon(true);
        return thread;
    }

    /** What the shop's server is told in TILLWRIGHT_WALLET_URL. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A payment's commands, and how the server is told of it. */
    @Override
    public List<ScriptCommand> commands() {
        var commands = new ArrayList<>(PaymentSimulator.super.commands());
        commands.add(new ScriptCommand(
                "tell",
                List.of("MANNER"),
                "How the server is told from now on: " + GatewayEvents.Manner.names() + ".",
                words -> events.setManner(GatewayEvents.Manner.named(words.get(0)))));
        commands.add(new ScriptCommand("release", List.of(), "Tells what was kept.", words -> events.release()));
        return commands;
    }

    public GatewayEvents events() {
        return events;
    }

    /** How many payments and refunds were begun. */
    public synchronized int begun() {
        return payments.size();
    }

    /** How often anything was asked. */
    public synchronized int asked() {
        return asked;
    }

    /** What moved, in minor units: payments less refunds. */
    public synchronized long movedMinor() {
        return payments.values().stream()
                .filter(GatewayPayment::isPaid)
                .mapToLong(payment -> payment.isRefund() ? -payment.minor() : payment.minor())
                .sum();
    }

    @Override
    public synchronized void setMode(Mode next) {
        mode = next;
    }

    /** Whoever asks from now on is hung up on, and nothing comes of it. */
    @Override
    public synchronized void pull() {
        isUnplugged = true;
    }

    @Override
    public synchronized void plugIn() {
        isUnplugged = false;
    }

    @Override
    public synchronized void approve() {
        GatewayPayment waiting = newestOpen();
        if (waiting != null) {
            pay(waiting);
        }
    }

    @Override
    public synchronized void decline() {
        end(newestOpen(), "REFUSED", "Declined");
    }

    /** Nobody paid in time. */
    public synchronized void expire() {
        end(newestOpen(), "TIMED_OUT", "Too late");
    }

    private @Nullable GatewayPayment newestOpen() {
        GatewayPayment newest = null;
        for (GatewayPayment payment : payments.values()) {
            newest = payment.isOpen() ? payment : newest;
        }
        return newest;
    }

    private void end(@Nullable GatewayPayment payment, String reason, String said) {
        if (payment != null && payment.isOpen()) {
            payment.decline(reason);
            listener.shows(said);
            events.tell(payment);
        }
    }

    private void pay(GatewayPayment payment) {
        numbers++;
        payment.pay(String.format(Locale.ROOT, "W%08d", numbers));
        listener.shows("Paid " + payment.reference());
        events.tell(payment);
    }

    // ---------------------------------------------------------------- HTTP

    /** What is answered; null for a caller that is hung up on. */
    private record Answer(int status, @Nullable JsonObject body) {}

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
            Answer answer = answer(exchange, body);
            if (answer != null) {
                byte[] bytes = answer.body() == null ? new byte[0] : GatewayJson.bytes(answer.body());
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private synchronized @Nullable Answer answer(HttpExchange exchange, byte[] body) {
        if (isUnplugged) {
            return null;
        }
        asked++;
        if (!("Bearer " + account.key()).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Answer(UNAUTHORIZED, null);
        }
        List<String> path =
                List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1));
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        boolean isRefund = path.get(0).equals("refunds");
        Answer answer = !isRefund && !path.get(0).equals("payments")
                ? new Answer(NOT_FOUND, null)
                : route(exchange.getRequestMethod(), path, GatewayJson.read(body), isRefund, key);
        return mode == Mode.SILENT ? null : answer;
    }

    private Answer route(
            String method, List<String> path, @Nullable JsonObject body, boolean isRefund, @Nullable String key) {
        String id = path.size() > 1 ? path.get(1) : "";
        String verb = method + path.size() + (path.size() > 2 ? path.get(2) : "");
        return switch (verb) {
            case "POST1" -> body == null ? new Answer(BAD_REQUEST, null) : begin(body, isRefund, key);
            case "GET2" -> standing(payments.get(id));
            case "POST3customer-code" -> present(payments.get(id));
            case "POST3cancel" -> cancel(id);
            default -> new Answer(NOT_FOUND, null);
        };
    }

    private static Answer standing(@Nullable GatewayPayment payment) {
        return payment == null ? new Answer(NOT_FOUND, null) : new Answer(OK, payment.standing());
    }

    private Answer begin(JsonObject body, boolean isRefund, @Nullable String key) {
        GatewayPayment wanted = GatewayPayment.read(body, isRefund);
        if (wanted == null || !isUuid(wanted.id()) || !wanted.id().equals(key)) {
            return new Answer(BAD_REQUEST, null);
        } else if (cancelledBefore.contains(wanted.id())) {
            return new Answer(GONE, null);
        }
        GatewayPayment known = payments.get(wanted.id());
        if (known != null) {
            return known.isSame(wanted) ? standing(known) : new Answer(CONFLICT, null);
        } else if (isRefund && !covers(wanted)) {
            return new Answer(UNPROCESSABLE, null);
        }
        payments.put(wanted.id(), wanted);
        if (payments.size() > MAX_PAYMENTS) {
            payments.remove(payments.keySet().iterator().next());
        }
        if (isRefund) {
            listener.refundAsked(wanted.minor());
        } else {
            listener.paymentAsked(wanted.minor());
        }
        decide(wanted, !isRefund && !wanted.hasCustomerCode());
        return standing(wanted);
    }

    /** No more goes back than was paid. */
    private boolean covers(GatewayPayment refund) {
        long paid = payments.values().stream()
                .filter(payment -> payment.isPaid() && refund.refundOf().equals(payment.reference()))
                .mapToLong(GatewayPayment::minor)
                .sum();
        long back = refunded.merge(refund.refundOf(), refund.minor(), Long::sum);
        if (back > paid) {
            refunded.merge(refund.refundOf(), -refund.minor(), Long::sum);
        }
        return back <= paid;
    }

    /** A code that the customer showed, and money that goes back, need nobody's further word. */
    private void decide(GatewayPayment payment, boolean isForCustomer) {
        if (mode == Mode.DECLINE) {
            end(payment, "REFUSED", "Declined");
        } else if (mode != Mode.HANG && !(mode == Mode.ASK && isForCustomer)) {
            pay(payment);
        }
    }

    private Answer present(@Nullable GatewayPayment payment) {
        if (payment != null && payment.isOpen()) {
            decide(payment, false);
        }
        return standing(payment);
    }

    private Answer cancel(String id) {
        GatewayPayment payment = payments.get(id);
        if (payment == null && isUuid(id)) {
            cancelledBefore.add(id);
        } else if (mode != Mode.HANG) {
            end(payment, "CANCELLED", "Stopped");
        }
        return standing(payment);
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        callers.shutdownNow();
        events.close();
    }
}
