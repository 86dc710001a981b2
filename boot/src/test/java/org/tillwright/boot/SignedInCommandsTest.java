package org.tillwright.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.wire.Problem;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PricingRulesAnswer;
import org.tillwright.wire.pricing.PublishedPricingRules;
import picocli.CommandLine;

/** Commands that sign in at a server: they sign out whatever became of their work, and their own outcome is what counts. */
class SignedInCommandsTest {

    private static final String RULES = "{\"currency\":\"EUR\"}";

    @TempDir
    Path files;

    private final StringWriter answers = new StringWriter();
    private final StringWriter messages = new StringWriter();
    private final CommandLine main =
            Main.commandLine().setOut(new PrintWriter(answers, true)).setErr(new PrintWriter(messages, true));
    private final List<String> asked = new ArrayList<>();

    private HttpServer server;
    private int reportStatus = 200;
    private int signOutStatus = 204;
    private String controlTotals = "agree";
    private int putStatus = 200;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Files.writeString(files.resolve("password"), "a password\n");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aReportIsKeptAndTheSessionEnded() throws IOException {
        assertThat(report()).isZero();
        assertThat(files.resolve("day.pdf")).hasContent("a report");
        assertThat(asked).last().isEqualTo("DELETE /api/v1/console-sessions Bearer a-token");
        assertThat(messages.toString()).isEmpty();
    }

    @Test
    void aReportThatFailsEndsTheSessionToo() {
        reportStatus = 422;
        assertThat(report()).isEqualTo(1);
        assertThat(asked).last().isEqualTo("DELETE /api/v1/console-sessions Bearer a-token");
        assertThat(messages.toString()).startsWith("That cannot be.").doesNotContain("Signing out");
    }

    @Test
    void aReportThatCannotBeWrittenEndsTheSessionToo() {
        assertThat(main.execute(signedIn("report", "sales-of-day", "-o", files + "/missing/day.pdf")))
                .isEqualTo(1);
        assertThat(asked).last().isEqualTo("DELETE /api/v1/console-sessions Bearer a-token");
        assertThat(messages.toString()).contains("day.pdf cannot be written");
    }

    @Test
    void aSessionThatCannotBeEndedIsSaidAndTheReportIsMadeAllTheSame() {
        signOutStatus = 503;
        assertThat(report()).isZero();
        assertThat(answers.toString()).contains("Wrote");
        assertThat(messages.toString())
                .startsWith("Signing out did not succeed")
                .hasLineCount(1);

        controlTotals = "differ";
        assertThat(report()).isEqualTo(3);

        reportStatus = 422;
        assertThat(report()).isEqualTo(1);
        assertThat(messages.toString()).contains("That cannot be.");
    }

    @Test
    void rulesAreReadWithTheNumberToReplaceThemBy() {
        assertThat(main.execute(signedIn("rules", "get", "-o", files + "/rules.json")))
                .isZero();
        assertThat(files.resolve("rules.json")).hasContent(RULES);
        assertThat(answers.toString()).contains("publication 41", "--replaces 41");
        assertThat(asked).contains("GET /api/v1/pricing-rules?at=41 Bearer a-token");
        assertThat(asked).last().isEqualTo("DELETE /api/v1/console-sessions Bearer a-token");
    }

    @Test
    void rulesArePublishedOrEverythingWrongWithThemIsTold() throws IOException {
        Path rules = Files.writeString(files.resolve("rules.json"), RULES);
        String[] put = signedIn("rules", "put", rules.toString(), "--replaces", "41");
        assertThat(main.execute(put)).isZero();
        assertThat(answers.toString()).contains("count as publication 42");
        assertThat(asked).contains("PUT /api/v1/pricing-rules?replaces=41 Bearer a-token " + RULES);

        putStatus = 422;
        assertThat(main.execute(put)).isEqualTo(1);
        assertThat(messages.toString())
                .contains("That cannot be.", "  deposits[0].itemId names item ghost, which does not exist");
        assertThat(asked).last().isEqualTo("DELETE /api/v1/console-sessions Bearer a-token");
        assertThat(main.execute(signedIn("rules"))).isEqualTo(2);
    }

    @Test
    void howAStoreSellsIsReadAndPublishedToo() throws IOException {
        String[] get = signedIn("rules", "shop", "get", "--store", "demo", "-o", files + "/shop.json");
        assertThat(main.execute(get)).isZero();
        assertThat(files.resolve("shop.json")).hasContent(RULES);
        assertThat(answers.toString()).contains("store demo of publication 41", "--replaces 41");
        assertThat(asked).contains("GET /api/v1/stores/demo/shop-rules?at=41 Bearer a-token");

        Path rules = Files.writeString(files.resolve("shop.json"), "{}");
        String[] put = signedIn("rules", "shop", "put", rules.toString(), "--store", "my shop", "--replaces", "41");
        assertThat(main.execute(put)).isZero();
        assertThat(answers.toString()).contains("Store my shop sells by", "as publication 42");
        assertThat(asked).contains("PUT /api/v1/stores/my%20shop/shop-rules?replaces=41 Bearer a-token {}");

        putStatus = 422;
        assertThat(main.execute(put)).isEqualTo(1);
        assertThat(messages.toString()).contains("That cannot be.");
        assertThat(asked).last().isEqualTo("DELETE /api/v1/console-sessions Bearer a-token");
        assertThat(main.execute("rules", "shop")).isEqualTo(2);
    }

    private int report() {
        return main.execute(signedIn("report", "sales-of-day", "-o", files + "/day.pdf"));
    }

    private String[] signedIn(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (arguments.length > 1) {
            all.addAll(List.of(
                    "--server=http://127.0.0.1:" + server.getAddress().getPort(),
                    "--operator=1",
                    "--password-file=" + files.resolve("password")));
        }
        return all.toArray(String[]::new);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String path = exchange.getRequestURI().toString();
        String method = exchange.getRequestMethod();
        boolean signsIn = method.equals("POST");
        asked.add((method + " " + path + " " + authorization + (signsIn ? "" : " " + body)).strip());
        if (signsIn) {
            send(exchange, 200, WireJson.write(new SignOnAnswer("a-token", Instant.EPOCH, "anna", "MANAGER")));
        } else if (method.equals("DELETE")) {
            send(exchange, signOutStatus, new byte[0]);
        } else if (path.startsWith("/api/v1/reports/")) {
            exchange.getResponseHeaders().add("Tillwright-Control-Totals", controlTotals);
            send(exchange, reportStatus, reportStatus == 200 ? "a report".getBytes(UTF_8) : problem());
        } else if (path.endsWith("/publications")) {
            var newest = new PublishedPricingRules.Publication(41L, null, "Anna", Instant.EPOCH);
            send(exchange, 200, WireJson.write(new PublishedPricingRules(List.of(newest), false)));
        } else if (method.equals("PUT")) {
            send(exchange, putStatus, putStatus == 200 ? WireJson.write(new PricingRulesAnswer(42L)) : problem());
        } else {
            send(exchange, 200, RULES.getBytes(UTF_8));
        }
    }

    private static byte[] problem() {
        List<Fault> faults = List.of(new Fault("deposits[0].itemId", "names item ghost, which does not exist"));
        return WireJson.write(Problem.of(422, "UNSOUND_RULES", "That cannot be.", faults));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
