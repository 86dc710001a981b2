package org.tillwright.system.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.register.catalogue.SnapshotServer;
import org.tillwright.register.outbox.SalesServer;
import org.tillwright.register.server.HttpClients;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.server.Reply;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.system.ServerProcess;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.DisputedTotals;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.ItemImport;
import org.tillwright.wire.ItemImportAnswer;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PricingRules;

/** A store server of its own with one register enrolled, and a manager who publishes. */
final class SampleServer implements AutoCloseable {

    private static final String MANAGER = "1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServerProcess process;
    private final ExecutorService background;
    private final HttpClients clients;
    private final HttpServer server;
    private final HttpClient manager =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FirstStart firstStart;
    private final String workstationId;
    private long sequence;
    private @Nullable SignOnAnswer signedOn;

    private SampleServer(ServerProcess process, Path directory) throws IOException, SampleException {
        this.process = process;
        this.background = Executors.newCachedThreadPool();
        this.clients = new HttpClients(background, null);
        this.firstStart = process.firstStart();
        FirstStart.Code code = firstStart.codes().get(0);
        this.workstationId = code.workstationId();
        Path home = Files.createDirectories(directory.resolve("register"));
        RegisterKeys keys = RegisterKeys.open(new RegisterHome(home), new SecureRandom());
        this.server = new HttpServer(
                process.address(),
                clients,
                keys,
                () -> Optional.of(workstationId),
                Clock.systemUTC(),
                UUID::randomUUID);
        this.sequence = answered(server.enrol(code.code(), keys.publicKeyText()), EnrolmentAnswer.class.getSimpleName())
                .nextSequence();
    }

    /**
     * Starts a server with an empty database.
     *
     * @param root directory of the project, built
     * @param directory empty, and for this server alone
     * @param categories the tax categories that items will have
     */
    static SampleServer start(Path root, Path directory, Currency currency, List<String> categories)
            throws IOException, SampleException {
        String rates = String.join(
                ",",
                categories.stream()
                        .map(category -> category + ":rate-" + category + ":0")
                        .toList());
        ServerProcess process = ServerProcess.start(
                root,
                directory.resolve("server"),
                ServerProcess.freePort(),
                Map.of(
                        "TILLWRIGHT_STORE_NAME", "Sample",
                        "TILLWRIGHT_STORE_COUNTRY", "DE",
                        "TILLWRIGHT_CURRENCY", currency.code(),
                        "TILLWRIGHT_TAX_RATES", rates,
                        "TILLWRIGHT_STORE_WORKSTATIONS", "1"));
        try {
            return new SampleServer(process, directory);
        } catch (IOException | SampleException e) {
            process.close();
            throw e;
        }
    }

    String workstationId() {
        return workstationId;
    }

    long nextSequence() {
        return sequence;
    }

    void importItems(ItemImport items) throws SampleException {
        answered(server.post("/items/import", items, signedOn(), ItemImportAnswer.class), "the items");
    }

    /** Puts rules in the place of those that count, by the door that IT people use. */
    void publish(PricingRules rules) throws IOException, InterruptedException, SampleException {
        ask("PUT", "api/v1/pricing-rules", WireJson.write(rules));
    }

    /** Returns the newest snapshot, whole, as a register asks for it. */
    SnapshotMessage snapshot() throws SampleException {
        SnapshotServer.Answer answer = server.snapshotAfter(0);
        if (answer instanceof SnapshotServer.Newer newer) {
            return newer.snapshot();
        }
        throw new SampleException("The server gave no snapshot: " + answer);
    }

    /** Sends the next record of the register's journal and returns what the server says of it. */
    Acceptance put(byte[] record) throws SampleException {
        SalesServer.Answer answer = server.put(sequence, record, null);
        if (answer instanceof SalesServer.Accepted accepted) {
            sequence++;
            return accepted.acceptance();
        }
        throw new SampleException("The server did not take record " + sequence + ": " + answer);
    }

    DisputedTotals disputed() throws IOException, InterruptedException, SampleException {
        return WireJson.read(ask("GET", "api/v1/disputed-totals", null), DisputedTotals.class);
    }

    private byte[] ask(String method, String path, byte @Nullable [] body)
            throws IOException, InterruptedException, SampleException {
        HttpRequest request = HttpRequest.newBuilder(process.address().resolve("/" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + signedOn().token())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = manager.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new SampleException(method + " " + path + " was answered with " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    private SignOnAnswer signedOn() throws SampleException {
        SignOnAnswer known = signedOn;
        if (known == null) {
            String pin = firstStart.pins().stream()
                    .filter(given -> given.operatorNumber().equals(MANAGER))
                    .findFirst()
                    .orElseThrow()
                    .pin();
            known = answered(server.signOn(MANAGER, pin), "the manager");
            signedOn = known;
        }
        return known;
    }

    private static <T> T answered(Reply<T> reply, String what) throws SampleException {
        if (reply instanceof Reply.Answered<T> answered) {
            return answered.value();
        }
        throw new SampleException("The server did not take " + what + ": " + reply);
    }

    URI address() {
        return process.address();
    }

    @Override
    public void close() {
        clients.close();
        background.shutdownNow();
        process.close();
    }
}
