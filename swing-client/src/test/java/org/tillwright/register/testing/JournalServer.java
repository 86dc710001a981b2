package org.tillwright.register.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.BatchAnswer;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordAnswer;
import org.tillwright.wire.RecordBatch;
import org.tillwright.wire.SealedRecord;
import org.tillwright.wire.json.WireJson;

/**
 * A store server's journal door over real HTTP: keeps each record once, and has something in the way that a test chooses for each
 * request. What it commits it keeps, whatever becomes of the answer.
 */
public final class JournalServer implements AutoCloseable {

    /** What is in the way of one request. */
    public enum Fault {
        NONE,
        /** The request is read and hung up on; nothing is committed. */
        DROP_REQUEST,
        /** What was sent is committed, and the answer is lost. */
        DROP_ANSWER,
        /** The request comes twice. */
        REPEAT,
        DELAY,
        /** A proxy's page in place of the server. */
        HTML_200,
        HTML_400,
        HTML_409,
        HTML_502
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final UUID epoch = UUID.randomUUID();
    private final Map<Long, byte[]> records = new TreeMap<>();
    private final List<Long> committed = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private Function<Integer, Fault> faults = request -> Fault.NONE;

    /** Numbers that are refused for good. */
    public final Set<Long> unsound = new TreeSet<>();

    /** Numbers on which the server breaks. */
    public final Set<Long> poisonous = new TreeSet<>();

    public boolean hasBatches = true;
    public int mostRequestBytes = Integer.MAX_VALUE;
    public int largestRequest;
    public int largestBatch;
    public int conflicts;
    public int retryAfterSeconds;

    public JournalServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Puts something in the way of requests from now on.
     *
     * @param next says by the request's number, from 1, what it is
     */
    public synchronized void faults(Function<Integer, Fault> next) {
        faults = next;
    }

    /** The bytes by number. */
    public synchronized Map<Long, byte[]> records() {
        return new TreeMap<>(records);
    }

    /** The numbers in the order in which they were first committed. */
    public synchronized List<Long> committed() {
        return List.copyOf(committed);
    }

    /** Each request for a record or a batch, as {@code PUT 7} or {@code batch 100}. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "application/json", WireJson.write(state()));
            return;
        }
        boolean isBatch = exchange.getRequestURI().getPath().endsWith("/batches");
        if (!isBatch) {
            requests.add("PUT " + lastOf(exchange.getRequestURI()));
        }
        largestRequest = Math.max(largestRequest, body.length);
        Fault fault = faults.apply(requests.size() + (isBatch ? 1 : 0));
        switch (fault) {
            case DROP_REQUEST -> {
                note(isBatch, "batch dropped");
                exchange.close();
                return;
            }
            case HTML_200 -> page(exchange, isBatch, 200);
            case HTML_400 -> page(exchange, isBatch, 400);
            case HTML_409 -> page(exchange, isBatch, 409);
            case HTML_502 -> page(exchange, isBatch, 502);
            default -> take(exchange, isBatch, body, fault);
        }
    }

    private void take(HttpExchange exchange, boolean isBatch, byte[] body, Fault fault) throws IOException {
        if (fault == Fault.DELAY) {
            pause();
        }
        Told told = isBatch ? batch(body) : single(lastOf(exchange.getRequestURI()), body);
        if (fault == Fault.REPEAT) {
            told = isBatch ? batch(body) : single(lastOf(exchange.getRequestURI()), body);
        }
        if (fault == Fault.DROP_ANSWER) {
            exchange.close();
            return;
        }
        if (told.status() >= 500 && retryAfterSeconds > 0) {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(retryAfterSeconds));
        }
        boolean isGood = told.status() < 300;
        answer(exchange, told.status(), isGood ? "application/json" : Problem.MEDIA_TYPE, WireJson.print(told.body()));
    }

    private Told batch(byte[] body) {
        if (body.length > mostRequestBytes) {
            requests.add("batch too large");
            return problem(413, "TOO_LARGE");
        }
        if (!hasBatches) {
            requests.add("batch unknown");
            return problem(405, "NOT_ALLOWED_HERE");
        }
        List<SealedRecord> members = WireJson.read(body, RecordBatch.class).records();
        requests.add("batch " + members.size());
        largestBatch = Math.max(largestBatch, members.size());
        List<RecordAnswer> answers = new ArrayList<>();
        boolean isOver = false;
        for (SealedRecord member : members) {
            Told told = isOver
                    ? problem(503, "NOT_TRIED")
                    : single(member.sequence(), member.record().getBytes(StandardCharsets.UTF_8));
            isOver |= told.status() >= 500;
            answers.add(
                    told.body() instanceof Acceptance yes
                            ? new RecordAnswer(member.sequence(), (long) told.status(), yes, null)
                            : new RecordAnswer(member.sequence(), (long) told.status(), null, (Problem) told.body()));
        }
        return new Told(200, new BatchAnswer(answers));
    }

    private Told single(long sequence, byte[] body) {
        if (poisonous.contains(sequence)) {
            return problem(503, "TRY_LATER");
        }
        if (unsound.contains(sequence)) {
            return problem(422, "UNSOUND_SALE");
        }
        if (body.length > mostRequestBytes) {
            return problem(413, "TOO_LARGE");
        }
        if (WireJson.read(body, JournalRecord.class).sequence() != sequence) {
            return problem(400, "MALFORMED");
        }
        byte[] before = records.putIfAbsent(sequence, body);
        if (before == null) {
            committed.add(sequence);
        } else if (!Arrays.equals(before, body)) {
            conflicts++;
            return problem(409, "RECORD_CONFLICT");
        }
        return new Told(before == null ? 201 : 200, new Acceptance("till-01", sequence, TestClock.NOON, false, epoch));
    }

    private JournalState state() {
        long highest =
                records.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        List<JournalState.Gap> gaps = new ArrayList<>();
        for (long i = 1; i <= highest; i++) {
            if (!records.containsKey(i)) {
                gaps.add(new JournalState.Gap(i, i));
            }
        }
        return JournalState.unsealed("till-01", epoch, highest, records.size(), highest, gaps);
    }

    private static Told problem(int status, String code) {
        return new Told(status, Problem.of(status, code, "It is so.", List.of()));
    }

    private void page(HttpExchange exchange, boolean isBatch, int status) throws IOException {
        note(isBatch, "batch page");
        answer(exchange, status, "text/html", "<html>Please sign in.</html>".getBytes(StandardCharsets.UTF_8));
    }

    private void note(boolean isBatch, String what) {
        if (isBatch) {
            requests.add(what);
        }
    }

    private static void answer(HttpExchange exchange, int status, String mediaType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static long lastOf(URI path) {
        return Long.parseLong(path.getPath().substring(path.getPath().lastIndexOf('/') + 1));
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Told(int status, Record body) {}
}
