package org.tillwright.register.server;

import jakarta.ws.rs.client.Client;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.LargeSnapshot;
import org.tillwright.register.catalogue.SnapshotServer;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.outbox.SalesServer;
import org.tillwright.register.server.HttpExchange.Ask;
import org.tillwright.register.server.HttpExchange.NoAnswerException;
import org.tillwright.register.server.HttpExchange.Received;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.EnrolmentRequest;
import org.tillwright.wire.Problem;
import org.tillwright.wire.ServerGreeting;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SignOnRequest;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TillTotals;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/** The store server, spoken to over HTTP. Every method waits for the answer, so none is for the event thread. */
public final class HttpServer implements SalesServer, SnapshotServer {

    /** How long to wait for an answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long to wait for a snapshot or an import, which may be a hundred thousand items. */
    public static final Duration LONG_PATIENCE = Duration.ofMinutes(2);

    static final String BASE = "/api/v1";
    static final int MAX_ANSWER_BYTES = 1024 * 1024;
    private static final int MAX_SNAPSHOT_BYTES = 256 * 1024 * 1024;
    private static final int MAX_PICTURE_BYTES = 4 * 1024 * 1024;

    private final HttpExchange http;
    private final URI address;
    private final RegisterTokens tokens;
    private final Supplier<Optional<String>> workstationId;
    private final Clock clock;
    private final JournalCalls journal;

    /**
     * @param workstationId who this register is, once it is enrolled
     */
    public HttpServer(
            URI address,
            Supplier<Client> client,
            RegisterKeys keys,
            Supplier<Optional<String>> workstationId,
            Clock clock,
            Supplier<UUID> ids) {
        this.http = new HttpExchange(client, address);
        this.address = address;
        this.tokens = new RegisterTokens(keys, clock, ids);
        this.workstationId = workstationId;
        this.clock = clock;
        this.journal = new JournalCalls(this, workstationId);
    }

    public URI address() {
        return address;
    }

    /** Asks who is there, and measures the way: what the connection screen tells. */
    public Reply<Greeting> greet() {
        Instant asked = clock.instant();
        Reply<ServerGreeting> reply = ask(get("/", null, null), json(ServerGreeting.class));
        Instant heard = clock.instant();
        Duration latency = Duration.between(asked, heard);
        return map(reply, greeting -> {
            Duration ahead = Duration.between(asked.plus(latency.dividedBy(2)), greeting.serverTime());
            tokens.serverIsAheadBy(ahead);
            return new Greeting(greeting, latency, ahead);
        });
    }

    /** Makes this register known under the workstation that the one-time code was given out for. */
    public Reply<EnrolmentAnswer> enrol(String code, String publicKey) {
        return ask(
                new Ask(
                        "POST",
                        BASE + "/enrolments",
                        null,
                        WireJson.print(new EnrolmentRequest(code.strip(), publicKey)),
                        null,
                        PATIENCE,
                        MAX_ANSWER_BYTES),
                json(EnrolmentAnswer.class));
    }

    /** Signs a person on at the server, for what they want done there in their own name. */
    public Reply<SignOnAnswer> signOn(String operatorNumber, String pin) {
        return post(
                "/sign-on",
                new SignOnRequest(operatorNumber, pin),
                registerToken(),
                PATIENCE,
                json(SignOnAnswer.class));
    }

    @Override
    public SnapshotServer.Answer snapshotAfter(long number) {
        Ask ask = new Ask(
                "GET", BASE + "/snapshot", "after=" + number, null, registerToken(), LONG_PATIENCE, MAX_SNAPSHOT_BYTES);
        AtomicReference<SnapshotMessage> read = new AtomicReference<>();
        Reply<Optional<SnapshotMessage>> reply =
                ask(ask, in -> read.set(LargeSnapshot.read(in)), answer -> snapshot(answer, read.get()));
        if (reply instanceof Reply.Answered<Optional<SnapshotMessage>> answered) {
            return answered.value().isPresent()
                    ? new SnapshotServer.Newer(answered.value().get())
                    : new SnapshotServer.Current();
        } else if (reply instanceof Reply.Refused<Optional<SnapshotMessage>> refused) {
            return new SnapshotServer.Unreachable(ProblemNotices.of(refused.problem(), address));
        }
        return new SnapshotServer.Unreachable(((Reply.Unreachable<Optional<SnapshotMessage>>) reply).reason());
    }

    private static Optional<SnapshotMessage> snapshot(Received answer, @Nullable SnapshotMessage read) {
        if (answer.status() != 204 && read == null) {
            throw new MalformedMessageException(List.of(new Fault("SnapshotMessage", "is missing")));
        }
        return Optional.ofNullable(read);
    }

    /** Gets the bytes of a picture. */
    public Reply<byte[]> picture(String pictureId) {
        Ask ask = new Ask(
                "GET", BASE + "/pictures/" + pictureId, null, null, registerToken(), PATIENCE, MAX_PICTURE_BYTES);
        return ask(ask, Received::body);
    }

    /** What the server's books say of a till session. */
    public Reply<TillTotals> tillTotals(UUID tillSessionId) {
        return ask(get("/tills/" + tillSessionId, null, registerToken()), json(TillTotals.class));
    }

    /** Asks whether the server has a sale of this id; a server that has none refuses with status 404. */
    public Reply<Boolean> hasTransaction(UUID transactionId) {
        return ask(get("/sales/" + transactionId, null, registerToken()), answer -> true);
    }

    /** Sends a message in the name of a person who signed on at the server. */
    public <T extends Record> Reply<T> post(String path, Record message, SignOnAnswer person, Class<T> answerType) {
        return post(path, message, person.token(), LONG_PATIENCE, json(answerType));
    }

    @Override
    public SalesServer.Answer put(long sequence, byte[] body, @Nullable String sealLine) {
        return journal.put(sequence, body, sealLine);
    }

    @Override
    public SalesServer.BatchReply send(List<StoredRecord> records) {
        return journal.send(records);
    }

    @Override
    public SalesServer.StateAnswer state() {
        return journal.state();
    }

    /**
     * Asks in the register's own name, for the calls of one capability.
     *
     * @param body what is sent; null for nothing
     */
    <T> Reply<T> call(
            String method,
            String path,
            @Nullable String query,
            @Nullable Record body,
            Duration patience,
            Function<Received, T> reader) {
        byte[] bytes = body == null ? null : WireJson.print(body);
        return ask(new Ask(method, BASE + path, query, bytes, registerToken(), patience, MAX_ANSWER_BYTES), reader);
    }

    /**
     * Asks in the register's own name for an answer that comes bit by bit, and reads it to its end.
     *
     * @param silence how long nothing may come
     */
    Reply<Boolean> follow(String path, Duration silence, Consumer<InputStream> reader) {
        Ask ask = new Ask("GET", BASE + path, null, null, registerToken(), silence, MAX_ANSWER_BYTES);
        return ask(ask, reader, answer -> true);
    }

    private Ask get(String path, @Nullable String query, @Nullable String bearer) {
        return new Ask("GET", BASE + path, query, null, bearer, PATIENCE, MAX_ANSWER_BYTES);
    }

    private <T> Reply<T> post(
            String path, Record message, @Nullable String bearer, Duration patience, Function<Received, T> reader) {
        return ask(
                new Ask("POST", BASE + path, null, WireJson.print(message), bearer, patience, MAX_ANSWER_BYTES),
                reader);
    }

    @Nullable
    String registerToken() {
        return workstationId.get().map(tokens::tokenFor).orElse(null);
    }

    static <T extends Record> Function<Received, T> json(Class<T> type) {
        return answer -> WireJson.read(answer.body(), type);
    }

    <T> Reply<T> ask(Ask ask, Function<Received, T> reader) {
        return ask(ask, null, reader);
    }

    /** @param large reads an answer while it comes; null keeps it for {@code reader} */
    private <T> Reply<T> ask(Ask ask, @Nullable Consumer<InputStream> large, Function<Received, T> reader) {
        try {
            Received answer = exchange(ask, large);
            if (answer.status() >= 200 && answer.status() < 300) {
                return new Reply.Answered<>(reader.apply(answer));
            }
            if (answer.mediaType().equals(Problem.MEDIA_TYPE)) {
                Problem problem = WireJson.read(answer.body(), Problem.class);
                return problem.status() == answer.status()
                        ? new Reply.Refused<>(problem)
                        : new Reply.Unreachable<>(Notice.of("server.not-understood", address.getAuthority()));
            }
            return new Reply.Unreachable<>(ProblemNotices.of(answer.status(), address));
        } catch (NoAnswerException e) {
            return new Reply.Unreachable<>(e.reason());
        } catch (MalformedMessageException e) {
            return new Reply.Unreachable<>(Notice.of("server.not-understood", address.getAuthority()));
        }
    }

    /** Sends a request, and returns whatever comes back. */
    Received exchange(Ask ask, @Nullable Consumer<InputStream> large) throws NoAnswerException {
        Received answer = http.send(ask, large);
        learnTime(answer);
        return answer;
    }

    private void learnTime(Received answer) {
        Instant date = answer.date();
        if (date != null) {
            tokens.serverIsAheadBy(Duration.between(clock.instant(), date));
        }
    }

    private static <T, R> Reply<R> map(Reply<T> reply, Function<T, R> change) {
        if (reply instanceof Reply.Answered<T> answered) {
            return new Reply.Answered<>(change.apply(answered.value()));
        } else if (reply instanceof Reply.Refused<T> refused) {
            return new Reply.Refused<>(refused.problem());
        }
        return new Reply.Unreachable<>(((Reply.Unreachable<T>) reply).reason());
    }

    /**
     * A server that answered.
     *
     * @param latency there and back
     * @param serverAhead how far the server's clock is ahead of the register's; negative when it is behind
     */
    public record Greeting(ServerGreeting server, Duration latency, Duration serverAhead) {}
}
