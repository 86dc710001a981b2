package org.tillwright.register.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.catalogue.PublicationNews.Ending;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.register.testing.SlowServer;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestServer;

class PublicationCallsTest {

    private static final String EVENTS = "text/event-stream";

    @TempDir
    Path directory;

    private final List<Long> heard = new ArrayList<>();
    private HttpClients clients;
    private RegisterKeys keys;
    private TestServer remote;

    @BeforeEach
    void open() throws IOException {
        clients = new HttpClients(Runnable::run, null);
        keys = RegisterKeys.open(new RegisterHome(directory), new SecureRandom());
        remote = new TestServer();
    }

    @AfterEach
    void close() {
        remote.close();
        clients.close();
    }

    private PublicationCalls calls(java.net.URI address) {
        HttpServer server =
                new HttpServer(address, clients, keys, () -> Optional.of("till-01"), new TestClock(), UUID::randomUUID);
        return new PublicationCalls(() -> server);
    }

    @Test
    void everyNumberIsHeardAndNothingElse() {
        List<String> lines = List.of(
                ":",
                "",
                "event: publication",
                "data: 12",
                "",
                "event: other",
                "data: twelve",
                "",
                "data: 99999999999999999999",
                "",
                "event: publication",
                "data:13",
                "",
                "");
        remote.answer(200, EVENTS, String.join("\n", lines));
        assertThat(calls(remote.address()).listen(heard::add)).isEqualTo(Ending.OVER);
        assertThat(heard).containsExactly(12L, 13L);
        assertThat(remote.asked().get(0).path()).isEqualTo("/api/v1/snapshot/events");
    }

    @Test
    void anOlderServerDoesNotTell() {
        remote.problem(404, "NOT_FOUND");
        assertThat(calls(remote.address()).listen(heard::add)).isEqualTo(Ending.NOT_OFFERED);
    }

    @Test
    void aServerThatIsFullOrRefusesTheTokenIsAskedAgain() {
        remote.problem(503, "SERVICE_UNAVAILABLE");
        remote.problem(401, "TOKEN_REFUSED");
        remote.hangUp();
        PublicationCalls calls = calls(remote.address());
        assertThat(calls.listen(heard::add)).isEqualTo(Ending.LOST);
        assertThat(calls.listen(heard::add)).isEqualTo(Ending.LOST);
        assertThat(calls.listen(heard::add)).isEqualTo(Ending.LOST);
    }

    @Test
    void aNumberIsHeardWhileTheLineIsOpenAndALineCutInTheMiddleIsLost() throws Exception {
        try (SlowServer slow = new SlowServer()) {
            var first = new CountDownLatch(1);
            CompletableFuture<Ending> ending =
                    CompletableFuture.supplyAsync(() -> calls(slow.address()).listen(number -> {
                        heard.add(number);
                        first.countDown();
                    }));
            slow.send("event: publication\ndata: 4\n\n");
            assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ending).isNotDone();
            slow.cut();
            assertThat(ending.get(10, TimeUnit.SECONDS)).isEqualTo(Ending.LOST);
            assertThat(heard).containsExactly(4L);
        }
    }

    @Test
    void closingTheConnectionsEndsTheListening() throws Exception {
        try (SlowServer slow = new SlowServer()) {
            var first = new CountDownLatch(1);
            CompletableFuture<Ending> ending =
                    CompletableFuture.supplyAsync(() -> calls(slow.address()).listen(number -> first.countDown()));
            slow.send("data: 4\n\n");
            assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            clients.close();
            assertThat(ending.get(Duration.ofSeconds(3).toMillis(), TimeUnit.MILLISECONDS))
                    .isEqualTo(Ending.LOST);
        }
    }
}
