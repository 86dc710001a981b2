package org.tillwright.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.tillwright.boot.database.OwnMariaDb;
import org.tillwright.boot.database.Query;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.Processes;
import org.tillwright.boot.platform.StartException;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.WireJson;

/** Two servers that start at once on one empty database of somebody else's, which then freezes and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ExternalDatabaseIT {

    private static final Duration WITHIN = Duration.ofSeconds(15);

    private final Path place =
            Path.of(System.getProperty("tillwright.target"), "external-it").toAbsolutePath();
    private OwnMariaDb mariaDb;
    private RunningServer one;
    private RunningServer other;

    @BeforeAll
    void start() throws IOException, StartException {
        FileTrees.delete(place);
        mariaDb = new OwnMariaDb(place.resolve("mariadb"));
        mariaDb.make("shop");
        mariaDb.asRoot(
                "create user 'running'@'%' identified by '" + OwnMariaDb.PASSWORD + "'",
                "grant select, insert, update, delete on shop.* to 'running'@'%'");
        CompletableFuture<RunningServer> first = CompletableFuture.supplyAsync(() -> server("one"));
        CompletableFuture<RunningServer> second = CompletableFuture.supplyAsync(() -> server("other"));
        one = first.join();
        other = second.join();
    }

    @AfterAll
    void stop() throws IOException {
        for (RunningServer server : new RunningServer[] {one, other}) {
            if (server != null) { // one that did not start must not keep the database running
                server.stop();
            }
        }
        mariaDb.close();
        FileTrees.delete(place);
    }

    @Test
    @Order(1)
    void bothAreReadyAndThereIsOneStoreAndOneSetOfSecrets() throws IOException, InterruptedException, SQLException {
        assertThat(one.send(one.request("health/ready")).statusCode()).isEqualTo(200);
        assertThat(other.send(other.request("health/ready")).statusCode()).isEqualTo(200);
        assertThat(Files.exists(place.resolve("one/secrets.json")))
                .isNotEqualTo(Files.exists(place.resolve("other/secrets.json")));
        try (Connection connection = DriverManager.getConnection(mariaDb.url("shop"), "shop", OwnMariaDb.PASSWORD)) {
            assertThat(Query.number(connection, "select count(*) from store")).isEqualTo(1);
            assertThat(Query.number(connection, "select count(*) from operator"))
                    .isEqualTo(2);
            assertThat(Query.number(connection, "select count(*) from enrolment_code where used_at is null"))
                    .isEqualTo(2);
        }
    }

    @Test
    @Order(2)
    void aFrozenDatabaseIsToldWithinSecondsAndTheServerGoesOnByItself() throws IOException, InterruptedException {
        mariaDb.signal("STOP");
        try {
            awaitReady(503);
            HttpResponse<String> refused =
                    one.send(one.request("api/v1/snapshot").header("Authorization", "Bearer any.thing.here"));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
            Problem problem = WireJson.read(refused.body().getBytes(StandardCharsets.UTF_8), Problem.class);
            assertThat(problem.code()).isEqualTo("DATABASE_AWAY");
            assertThat(Files.readString(place.resolve("one/logs/server.0.log")))
                    .contains("[reference=" + problem.reference() + "] The database does not answer");
            assertThat(one.send(one.request("health/live")).statusCode()).isEqualTo(200);
            assertThat(one.send(one.request("health/started")).statusCode()).isEqualTo(200);
        } finally {
            mariaDb.signal("CONT");
        }
        awaitReady(200);
        assertThat(one.send(one.request("api/v1/snapshot").header("Authorization", "Bearer any.thing.here"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(3)
    void anAccountThatMayNotChangeTablesIsEnoughOnceTheSchemaIsThere() throws IOException, InterruptedException {
        other.stop();
        var settings = new HashMap<>(settings("other"));
        settings.put("TILLWRIGHT_DB_USER", "running");
        other = RunningServer.start(place.resolve("other"), settings);
        assertThat(other.send(other.request("health/ready")).statusCode()).isEqualTo(200);
    }

    private void awaitReady(int status) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (one.send(one.request("health/ready")).statusCode() != status) {
            assertThat(System.nanoTime()).as("readiness " + status).isLessThan(deadline);
            Processes.pause();
        }
    }

    private RunningServer server(String name) {
        try {
            return RunningServer.start(place.resolve(name), settings(name));
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private Map<String, String> settings(String name) {
        return Map.of(
                "TILLWRIGHT_DB_URL", mariaDb.url("shop"),
                "TILLWRIGHT_DB_USER", "shop",
                "TILLWRIGHT_DB_PASSWORD", OwnMariaDb.PASSWORD,
                "TILLWRIGHT_FIRST_START_FILE",
                        place.resolve(name).resolve("secrets.json").toString(),
                "TILLWRIGHT_STORE_NAME", "Corner shop",
                "TILLWRIGHT_STORE_COUNTRY", "DK",
                "TILLWRIGHT_CURRENCY", "DKK");
    }
}
