package org.tillwright.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.boot.database.EmbeddedDatabase;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.Processes;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;
import org.tillwright.wire.Problem;
import org.tillwright.wire.ServerGreeting;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.WireJson;

/** The packaged server on a fresh directory, with its own database; then killed, and started again on what is left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ServeIT {

    private static final int TOO_MANY_BYTES = 4 * 1024 * 1024 + 1;
    private static final Map<String, String> NEW_STORE = Map.of(
            "TILLWRIGHT_STORE_NAME", "Corner shop",
            "TILLWRIGHT_STORE_COUNTRY", "DK",
            "TILLWRIGHT_CURRENCY", "DKK",
            "TILLWRIGHT_LANGUAGE", "da",
            "TILLWRIGHT_TIME_ZONE", "Europe/Copenhagen");

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern FIRST_CODE =
            Pattern.compile("Enrolment code of register (?<workstation>\\S+) +(?<code>\\S+)");

    private final Path data =
            Path.of(System.getProperty("tillwright.target"), "serve-it").toAbsolutePath();
    private RunningServer server;
    private EnrolledRegister register;
    private String enrolmentCode;

    @BeforeAll
    void start() throws IOException {
        FileTrees.delete(data);
        server = RunningServer.start(data, NEW_STORE);
    }

    @AfterAll
    void stop() throws IOException {
        server.stop();
        FileTrees.delete(data);
    }

    @Test
    @Order(1)
    void anyoneMayAskForTheGreetingAndTheHealth() throws IOException, InterruptedException {
        HttpResponse<String> greeting = server.send(server.request("api/v1/"));
        assertThat(greeting.statusCode()).isEqualTo(200);
        assertThat(WireJson.read(bytes(greeting), ServerGreeting.class).product())
                .isEqualTo("Tillwright");
        assertThat(server.send(server.request("health/ready")).body()).contains("\"UP\"");
        assertThat(server.send(server.request("openapi")).body()).contains("/api/v1/enrolments");
        assertThat(server.send(server.request("")).body()).contains("This store server is running");
    }

    @ParameterizedTest(name = "{0} {1} of {2}: {3} {4}")
    @CsvSource(
            textBlock =
                    """
            POST,   api/v1/workstations/till-01/enrolment-codes, application/json, 401, TOKEN_REFUSED
            POST,   api/v1/enrolments,                           application/json, 400, MALFORMED
            GET,    api/v1/there-is-no-such-thing,               application/json, 404, NOT_FOUND
            DELETE, api/v1/enrolments,                           application/json, 405, METHOD_NOT_ALLOWED
            POST,   api/v1/enrolments,                           text/plain,       415, UNSUPPORTED_MEDIA_TYPE
            """)
    @Order(2)
    void everyRefusalIsAProblemInWords(String method, String path, String mediaType, int status, String code)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = server.send(server.request(path)
                .method(
                        method,
                        method.equals("POST") ? BodyPublishers.ofString("{\"code\": 1") : BodyPublishers.noBody())
                .header("Content-Type", mediaType));
        assertProblem(answer, status, code);
    }

    /** A second body would be read as the start of the next answer on the same connection. */
    @Test
    @Order(2)
    void whoHasNoTokenIsToldOnce() throws IOException {
        String answers = server.rawToTheEnd(
                "GET /api/v1/snapshot HTTP/1.1",
                "Host: 127.0.0.1",
                "",
                "GET /api/v1/ HTTP/1.1",
                "Host: 127.0.0.1",
                "Connection: close");
        assertThat(answers.split("TOKEN_REFUSED", -1)).hasSize(2);
        assertThat(answers).startsWith("HTTP/1.1 401 ").contains("HTTP/1.1 200 ");
    }

    @Test
    @Order(2)
    void aBodyThatSaysItIsTooLongIsRefusedUnread() throws IOException {
        String answer = server.raw(
                "POST /api/v1/enrolments HTTP/1.1",
                "Host: 127.0.0.1",
                "Content-Type: application/json",
                "Content-Length: " + TOO_MANY_BYTES);
        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains(Problem.MEDIA_TYPE)
                .contains("TOO_LARGE");
    }

    @Test
    @Order(2)
    void aBodyThatTurnsOutTooLongIsRefusedToo() throws IOException {
        String answer = server.raw(
                "POST /api/v1/enrolments HTTP/1.1",
                "Host: 127.0.0.1",
                "Content-Type: application/json",
                "Transfer-Encoding: chunked",
                "",
                Integer.toHexString(TOO_MANY_BYTES),
                " ".repeat(TOO_MANY_BYTES));
        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains(Problem.MEDIA_TYPE)
                .contains("TOO_LARGE");
    }

    @Test
    @Order(3)
    void aRegisterEnrolsWithTheCodeOfTheFirstStart() throws IOException, InterruptedException {
        Matcher shown = FIRST_CODE.matcher(server.messages());
        assertThat(shown.find()).as(server.messages()).isTrue();
        assertThat(data.resolve("first-start.json")).doesNotExist();
        enrolmentCode = shown.group("code");
        register = new EnrolledRegister(server, enrolmentCode);
        assertThat(register.workstationId()).isEqualTo(shown.group("workstation"));

        HttpResponse<String> snapshot = server.send(register.request("api/v1/snapshot"));
        assertThat(snapshot.statusCode()).as(snapshot.body()).isEqualTo(200);
        assertThat(WireJson.read(bytes(snapshot), SnapshotMessage.class).store().name())
                .isEqualTo("Corner shop");
        HttpResponse<String> packed =
                server.send(register.request("api/v1/snapshot").header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");

        String own = "api/v1/journal/" + register.workstationId() + "/1";
        assertProblem(put(register.request(own), "{\"workstationId\": "), 400, "MALFORMED");
        assertProblem(put(register.request("api/v1/journal/another-till/1"), "{}"), 403, "NOT_ALLOWED");
        assertProblem(put(server.request(own), "{}"), 401, "TOKEN_REFUSED");
        assertProblem(server.send(register.request("api/v1/disputed-totals")), 403, "NOT_ALLOWED");
        assertProblem(server.send(register.request("api/v1/pictures/none")), 404, "NOT_FOUND");
        assertProblem(server.send(register.request("api/v1/tills/" + new UUID(4, 2))), 404, "NOT_FOUND");
        assertProblem(
                server.send(server.request("api/v1/snapshot").header("Authorization", "Bearer not.a.token")),
                401,
                "TOKEN_REFUSED");
    }

    @Test
    @Order(4)
    void nothingListensBeyondThisMachine() throws IOException {
        List<String> listening = OpenSockets.of(server.programs());
        assertThat(listening).hasSize(2).allMatch(OpenSockets::isLoopback);
    }

    @Test
    @Order(5)
    void aSecondServerOnTheSameDirectoryIsRefused() throws IOException {
        Process second = RunningServer.program(data, Map.of()).start();
        assertThat(second.errorReader().readLine()).startsWith("Another Tillwright server is using " + data);
        assertThat(second.onExit().join().exitValue()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void aServerThatWasKilledGoesOnWhereItStopped() throws IOException, StartException, SQLException {
        change("create table kept (value int primary key)");
        change("insert into kept values (42)");
        List<ProcessHandle> before = server.programs();
        assertThat(before).hasSize(3);

        server.kill();
        server = RunningServer.start(data, NEW_STORE);
        register = register.at(server);

        assertThat(before).noneMatch(ServeIT::isRunning);
        assertThat(server.programs()).hasSize(3);
        assertThat(valueKept()).isEqualTo(42);
        assertThat(server.messages()).contains("Ending the database of a server that was killed");
    }

    @Test
    @Order(7)
    void aDatabaseThatEndsIsStartedAgainAndTheServerGoesOn() throws IOException, InterruptedException {
        long pid =
                Long.parseLong(Files.readString(data.resolve("db/mariadbd.pid")).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        awaitReady(503);
        awaitReady(200);
        assertThat(server.messages()).contains("The database ended by itself; starting it again");
    }

    @Test
    @Order(8)
    void noSecretIsInTheLogs() throws IOException, InterruptedException {
        String body = "{\"operatorNumber\":\"1\",\"pin\":\"730195\"}";
        server.send(register.request("api/v1/sign-on")
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json"));
        List<String> secrets = List.of(
                "730195",
                register.lastToken(),
                enrolmentCode,
                Files.readString(data.resolve("db/password")).strip());
        try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
            for (Path log : logs.toList()) {
                assertThat(Files.readString(log, StandardCharsets.ISO_8859_1)).doesNotContain(secrets);
            }
        }
    }

    @Test
    @Order(9)
    void aBundleHoldsNoSecretThatWasPlanted() throws IOException, SQLException, StartException {
        change("update operator set name = 'Planted Person' where number = '2'");
        Files.writeString(
                data.resolve("logs/server.out"),
                String.join(
                        "\n",
                        "Authorization: Bearer planted.token",
                        "PIN 730195 of Planted Person, planted@shop.example",
                        "the database's password is "
                                + Files.readString(data.resolve("db/password")).strip(),
                        "code P1ANT-P1ANT",
                        "[reference=7F3K-9QXA] what helps stays"));
        Path bundle = data.resolveSibling("bundle.zip");
        Files.deleteIfExists(bundle);
        Program made = Program.run(
                Map.of("TILLWRIGHT_DATA", data.toString(), "TILLWRIGHT_PIN", "planted-pin"),
                "support-bundle",
                "-o",
                bundle.toString());
        assertThat(made.exitCode()).as(made.messages()).isZero();
        var all = new StringBuilder();
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(Files.newInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(bundle);
        assertThat(names)
                .contains("contents.txt", "settings.json", "machine.txt", "database.txt", "health.json", "metrics.txt")
                .contains("threads.txt", "logs/server.0.log", "logs/mariadb.log");
        assertThat(all.toString())
                .doesNotContainIgnoringCase("planted")
                .doesNotContainIgnoringCase("p1ant")
                .doesNotContain("730195")
                .doesNotContain(Files.readString(data.resolve("db/password")).strip())
                .contains("[reference=7F3K-9QXA] what helps stays")
                .contains("flyway_schema_history")
                .contains("\"starter\"");
    }

    @Test
    @Order(10)
    void aSignalStopsServerAndDatabase() throws IOException {
        List<ProcessHandle> before = server.programs();
        server.stop();
        assertThat(before).noneMatch(ServeIT::isRunning);
        assertThat(Files.readString(data.resolve("logs/mariadb.log"))).endsWith("Shutdown complete\n");
    }

    private void awaitReady(int status) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (server.send(server.request("health/ready")).statusCode() != status) {
            assertThat(System.nanoTime()).as("readiness " + status).isLessThan(deadline);
            Processes.pause();
        }
    }

    private HttpResponse<String> put(HttpRequest.Builder request, String body)
            throws IOException, InterruptedException {
        return server.send(request.PUT(BodyPublishers.ofString(body)).header("Content-Type", "application/json"));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        Problem problem = WireJson.read(bytes(answer), Problem.class);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.detail()).endsWith(".");
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("at org.")
                .doesNotContain("Payara");
    }

    private static byte[] bytes(HttpResponse<String> answer) {
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }

    /** A killed program whose new parent does not bury it is not running either. */
    private static boolean isRunning(ProcessHandle program) {
        return program.isAlive() && program.info().command().isPresent();
    }

    private void change(String sql) throws StartException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private int valueKept() throws StartException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("select value from kept")) {
            assertThat(results.next()).isTrue();
            return results.getInt(1);
        }
    }

    private Connection connect() throws StartException, SQLException {
        DatabaseAddress address = EmbeddedDatabase.running(data).orElseThrow();
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
