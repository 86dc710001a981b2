package org.tillwright.system;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tillwright.register.command.RegisterCommands;
import picocli.CommandLine;

/** A real retailer's fortnight through a real register and server, with the server killed in the middle of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayTest {

    private static final String VARIABLE = "TILLWRIGHT_REFERENCE_DATA";
    private static final long PATIENCE_MINUTES = 10;
    private static final long MIDDLE_BYTES = 1_000_000;

    private static Path data;
    private static Path place;
    private static ServerProcess server;

    @BeforeAll
    static void startServer() throws Exception {
        String named = System.getenv(VARIABLE);
        assumeTrue(named != null && !named.isBlank(), VARIABLE + " does not name the reference data: skipped");
        data = Path.of(named);
        place = TestPlace.directory("replay");
        server = ServerProcess.startDemo(TestPlace.root(), place.resolve("server"));
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (server != null) {
            server.close();
            TestPlace.delete("replay");
        }
    }

    @Test
    @Order(1)
    void everyInvoiceComesToItsTotalAlthoughTheServerIsKilledInTheMiddle() throws Exception {
        int port = server.address().getPort();
        CompletableFuture<String> replay = CompletableFuture.supplyAsync(ReplayTest::replay);
        awaitTheMiddleOf(replay);
        server.kill();
        server = ServerProcess.startDemo(TestPlace.root(), place.resolve("server"), port);
        assertSound(replay.get(PATIENCE_MINUTES, TimeUnit.MINUTES), 1275, 0);
    }

    @Test
    @Order(2)
    void aSecondReplayPostsNothingNew() {
        assertSound(replay(), 0, 1275);
    }

    private static void assertSound(String json, int posted, int alreadyThere) {
        assertThat(json.replace(" ", ""))
                .contains("\"invoices\":1275")
                .contains("\"lines\":28492")
                .contains("\"total\":\"476984.57\"")
                .contains("\"mismatches\":[]")
                .contains("\"posted\":" + posted)
                .contains("\"alreadyThere\":" + alreadyThere);
    }

    private static String replay() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = RegisterCommands.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int exitCode = command.execute(
                "replay",
                "--json",
                "--server",
                server.address().toString(),
                "--home",
                place.resolve("register").toString(),
                "--first-start",
                place.resolve("server/first-start.json").toString(),
                data.resolve("online-retail.csv.gz").toString());
        assertThat(exitCode).as(err.toString()).isZero();
        return out.toString();
    }

    /** Waits until a good part is rung up and, side by side with that, sent; fails when the replay ends before. */
    private static void awaitTheMiddleOf(CompletableFuture<String> replay) throws Exception {
        Path journal = place.resolve("register/journal.db-wal");
        while (!Files.exists(journal) || Files.size(journal) < MIDDLE_BYTES) {
            try {
                fail("the replay was over before the server could be killed: " + replay.get(100, MILLISECONDS));
            } catch (TimeoutException e) {
                assertThat(replay).isNotDone();
            }
        }
    }
}
