package org.tillwright.register.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.ItemImport;
import org.tillwright.wire.ItemImportAnswer;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.Problem;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TillTotals;
import org.tillwright.wire.json.WireJson;

/**
 * As much of a store server as a register talks to, in memory and over real HTTP: it keeps records by number, compares a
 * repeat byte for byte, and can be stopped and started on the same port.
 */
public final class StoreServer implements AutoCloseable {

    /** The newest Z report of the till that it knows. */
    public static final long LAST_Z = 41;

    private final Map<Long, byte[]> records = new TreeMap<>();
    private final Map<UUID, SaleMessage> sales = new HashMap<>();
    private final List<SnapshotMessage.Item> items = new ArrayList<>(TestStore.items());
    private long number = 1;
    private int port;
    private HttpServer server;

    /** Stops by itself after this many new records, as a crash in the middle would. */
    public volatile long crashAfter = Long.MAX_VALUE;

    public StoreServer() throws IOException {
        start();
    }

    public void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        port = server.getAddress().getPort();
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public synchronized int saleCount() {
        return sales.size();
    }

    public synchronized int recordCount() {
        return records.size();
    }

    public synchronized long totalMinor() {
        return sales.values().stream().mapToLong(SaleMessage::totalMinor).sum();
    }

    public synchronized List<SaleMessage> sales() {
        return List.copyOf(sales.values());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (records.size() >= crashAfter) {
            crashAfter = Long.MAX_VALUE;
            exchange.close(); // the answer is lost, and then the server is gone
            new Thread(() -> server.stop(0)).start();
            return;
        }
        List<String> path = List.of(exchange.getRequestURI().getPath().split("/", -1));
        Reply reply = answer(
                path.subList(3, path.size()), body, exchange.getRequestURI().getQuery());
        byte[] bytes = reply.body() == null ? new byte[0] : WireJson.write(reply.body());
        boolean isProblem = reply.body() instanceof Problem;
        exchange.getResponseHeaders().set("Content-Type", isProblem ? Problem.MEDIA_TYPE : "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply answer(List<String> path, byte[] body, String query) {
        return switch (path.get(0)) {
            case "enrolments" ->
                new Reply(
                        201,
                        new EnrolmentAnswer(
                                "till-01",
                                "Till 1",
                                "shop",
                                "Corner Shop",
                                nextSequence(),
                                TestClock.NOON,
                                LAST_Z,
                                null,
                                null));
            case "snapshot" ->
                query.equals("after=" + number)
                        ? new Reply(204, null)
                        : new Reply(200, TestStore.snapshot(number, 0, items));
            case "sign-on" -> new Reply(200, new SignOnAnswer("secret", TestClock.NOON, "op-1", "MANAGER"));
            case "items" -> importItems(WireJson.read(body, ItemImport.class));
            case "journal" -> path.size() == 2 ? new Reply(200, state()) : put(Long.parseLong(path.get(2)), body);
            case "sales" ->
                sales.containsKey(UUID.fromString(path.get(1)))
                        ? new Reply(200, new ItemImportAnswer(1L))
                        : problem(404, "NOT_FOUND");
            case "tills" -> new Reply(200, till(UUID.fromString(path.get(1))));
            default -> problem(404, "NOT_FOUND");
        };
    }

    private long nextSequence() {
        return records.keySet().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
    }

    private Reply importItems(ItemImport wanted) {
        Set<SnapshotMessage.Item> known = Set.copyOf(items);
        List<SnapshotMessage.Item> added =
                wanted.items().stream().filter(item -> !known.contains(item)).toList();
        if (!added.isEmpty()) {
            Set<String> changed =
                    added.stream().map(SnapshotMessage.Item::itemId).collect(Collectors.toSet());
            items.removeIf(item -> changed.contains(item.itemId()));
            items.addAll(added);
            number++;
        }
        return new Reply(200, new ItemImportAnswer(number));
    }

    private JournalState state() {
        List<JournalState.Gap> gaps = new ArrayList<>();
        long highest = nextSequence() - 1;
        for (long i = 1; i < highest; i++) {
            if (!records.containsKey(i)) {
                gaps.add(new JournalState.Gap(i, i));
            }
        }
        return JournalState.unsealed("till-01", TestStore.EPOCH, highest, (long) records.size(), highest, gaps);
    }

    private Reply put(long sequence, byte[] body) {
        byte[] before = records.get(sequence);
        Acceptance acceptance = new Acceptance("till-01", sequence, TestClock.NOON, false, TestStore.EPOCH);
        if (before != null) {
            return Arrays.equals(before, body) ? new Reply(200, acceptance) : problem(409, "RECORD_CONFLICT");
        }
        JournalRecord record = WireJson.read(body, JournalRecord.class);
        if (record.kind().equals("SALE")) {
            SaleMessage sale = record.message(SaleMessage.class);
            if (!sale.faults().isEmpty()) {
                return problem(422, "UNSOUND_SALE");
            }
            if (sales.putIfAbsent(sale.transactionId(), sale) != null) {
                return problem(409, "TRANSACTION_CONFLICT");
            }
        }
        records.put(sequence, body);
        return new Reply(201, acceptance);
    }

    private TillTotals till(UUID id) {
        List<SaleMessage> ofTill = sales.values().stream()
                .filter(sale -> sale.tillSessionId().equals(id))
                .toList();
        long total = ofTill.stream().mapToLong(SaleMessage::totalMinor).sum();
        return new TillTotals(id, "SETTLED", "EUR", 0L, (long) ofTill.size(), 0L, 0L, total, List.of());
    }

    private static Reply problem(int status, String code) {
        return new Reply(status, Problem.of(status, code, "It is so.", List.of()));
    }

    private record Reply(int status, Record body) {}
}
