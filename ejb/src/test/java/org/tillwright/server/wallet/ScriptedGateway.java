package org.tillwright.server.wallet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A gateway on a real connection that keeps the contract, but for the troubles that a test lays ready. */
final class ScriptedGateway implements AutoCloseable {

    static final String KEY = "the-shops-key";
    static final String SECRET = "the-secret-of-both";

    /** What happens to one request. */
    enum Trouble {
        /** It never arrived. */
        REQUEST_LOST,
        /** It was done, and nobody heard. */
        ANSWER_LOST,
        /** 503. */
        NOT_NOW,
        /** 500, and nobody knows what was done. */
        BROKEN,
        /** Words that are no answer. */
        GIBBERISH
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final Map<String, Map<String, Object>> payments = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private int paid;

    ScriptedGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized void trouble(Trouble... next) {
        troubles.addAll(List.of(next));
    }

    /** What was asked, such as {@code POST /payments}; the id left out. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized int begun() {
        return payments.size();
    }

    synchronized void pay(UUID id) {
        pay(id, ((Number) payments.get(id.toString()).get("amountMinor")).longValue());
    }

    synchronized void pay(UUID id, long minor) {
        Map<String, Object> payment = payments.get(id.toString());
        paid++;
        payment.put("amountMinor", minor);
        payment.put("reference", "G" + paid);
        change(payment, "PAID");
    }

    private static void change(Map<String, Object> payment, String state) {
        payment.put("state", state);
        payment.put("version", (Long) payment.get("version") + 1);
    }

    synchronized JsonObject standing(UUID id) {
        return Json.createObjectBuilder(payments.get(id.toString())).build();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Trouble trouble;
            int status = 401;
            JsonObject answer = null;
            synchronized (this) {
                asked.add(exchange.getRequestMethod() + " " + path.replaceAll("/[0-9a-f-]{36}", ""));
                trouble = troubles.poll();
                if (("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    Object done = trouble == null || trouble == Trouble.ANSWER_LOST
                            ? done(path.split("/", -1), body)
                            : trouble == Trouble.NOT_NOW ? (Object) 503 : (Object) 500;
                    status = done instanceof Integer number ? number : 200;
                    answer = done instanceof JsonObject object ? object : null;
                }
            }
            if (trouble == Trouble.REQUEST_LOST || trouble == Trouble.ANSWER_LOST) {
                return;
            }
            byte[] bytes = trouble == Trouble.GIBBERISH
                    ? "{\"state\":".getBytes(StandardCharsets.UTF_8)
                    : answer == null ? new byte[0] : answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    trouble == Trouble.GIBBERISH ? 200 : status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The answer, or a status without one. */
    private Object done(String[] path, byte[] body) {
        String id = path.length > 2 ? path[2] : "";
        if (path.length == 2) {
            JsonObject wanted =
                    Json.createReader(new ByteArrayInputStream(body)).readObject();
            return begin(wanted);
        }
        Map<String, Object> payment = payments.get(id);
        if (path.length == 4 && path[3].equals("cancel")) {
            if (payment == null) {
                refused.add(id);
            } else if (payment.get("state").equals("WAITING")) {
                payment.put("reason", "CANCELLED");
                change(payment, "DECLINED");
            }
        } else if (path.length == 4 && payment != null && payment.get("state").equals("WAITING")) {
            pay(UUID.fromString(id));
        }
        return payment == null ? 404 : Json.createObjectBuilder(payment).build();
    }

    private Object begin(JsonObject wanted) {
        String id = wanted.getString("paymentId");
        if (refused.contains(id)) {
            return 410;
        }
        if (!payments.containsKey(id)) {
            Map<String, Object> payment = new LinkedHashMap<>();
            payment.put("paymentId", id);
            payment.put("version", 1L);
            payment.put("state", "WAITING");
            payment.put("amountMinor", wanted.getJsonNumber("amountMinor").longValue());
            payment.put("currency", wanted.getString("currency"));
            payments.put(id, payment);
            if (wanted.containsKey("customerCode") || wanted.containsKey("reference")) {
                pay(UUID.fromString(id));
            } else {
                payment.put("qr", "pay.example/" + id);
            }
        }
        return Json.createObjectBuilder(payments.get(id)).build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
