package org.tillwright.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.register.outbox.SalesServer;
import org.tillwright.register.server.HttpClients;
import org.tillwright.register.server.HttpServer;
import org.tillwright.system.TestRegister.Answer;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.EnrolmentCode;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SignOnRequest;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;

/** What the running server does with callers that are wrong, late, rude or somebody else. */
class ServerBordersTest {

    private static final String TILL = "till-01";

    private static ServerProcess server;
    private static TestRegister register;
    private static FirstStart firstStart;
    private static long nextSequence;

    @BeforeAll
    static void startServer() throws Exception {
        Path directory = TestPlace.directory("borders");
        server = ServerProcess.startDemo(TestPlace.root(), directory);
        firstStart = server.firstStart();
        register = new TestRegister(server.address());
        nextSequence = register.enrol(codeFor(TILL)).nextSequence();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
        TestPlace.delete("borders");
        TestPlace.delete("browser");
    }

    @Test
    void aRepeatGetsTheFirstAnswerAndOtherBytesAreRefused() throws Exception {
        long sequence = nextSequence++;
        byte[] sale = Sales.record(TILL, sequence, Sales.ofOneLine(UUID.randomUUID()));
        Answer first = register.put(TILL, sequence, sale, register.token(TILL));
        Answer again = register.put(TILL, sequence, sale, register.token(TILL));
        byte[] other = Sales.record(TILL, sequence, Sales.ofOneLine(UUID.randomUUID()));
        Answer conflict = register.put(TILL, sequence, other, register.token(TILL));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.problem().code()).isEqualTo("RECORD_CONFLICT");
    }

    @Test
    void aSaleOfAnItemNobodyKnowsIsKeptAndDisputed() throws Exception {
        long sequence = nextSequence++;
        byte[] sale = Sales.record(TILL, sequence, Sales.ofOneLine(UUID.randomUUID()));
        Answer answer = register.put(TILL, sequence, sale, register.token(TILL));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(WireJson.read(answer.body(), Acceptance.class).disputed()).isTrue();
    }

    @Test
    void aTransactionIdIsTakenOnce() throws Exception {
        UUID id = UUID.randomUUID();
        long first = nextSequence++;
        register.put(TILL, first, Sales.record(TILL, first, Sales.ofOneLine(id)), register.token(TILL));
        long second = nextSequence++;
        Answer answer =
                register.put(TILL, second, Sales.record(TILL, second, Sales.ofOneLine(id)), register.token(TILL));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem().code()).isEqualTo("TRANSACTION_CONFLICT");
    }

    @Test
    void halfAMessageStoresNothingAndTheFieldIsNamed() throws Exception {
        long sequence = nextSequence++;
        byte[] whole = Sales.record(TILL, sequence, Sales.ofOneLine(UUID.randomUUID()));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        String text = new String(whole, StandardCharsets.UTF_8);
        byte[] noKind = text.replace("\"kind\":\"SALE\",", "").getBytes(StandardCharsets.UTF_8);
        byte[] fraction = text.replace("\\\"quantityMilli\\\":1000", "\\\"quantityMilli\\\":1000.5")
                .getBytes(StandardCharsets.UTF_8);

        assertRefusedAsMalformed(register.put(TILL, sequence, half, register.token(TILL)));
        Answer kindless = register.put(TILL, sequence, noKind, register.token(TILL));
        assertRefusedAsMalformed(kindless);
        assertThat(kindless.problem().faults()).extracting(Fault::field).contains("kind");
        Answer fractional = register.put(TILL, sequence, fraction, register.token(TILL));
        assertRefusedAsMalformed(fractional);
        assertThat(fractional.problem().detail() + fractional.problem().faults())
                .contains("quantityMilli");

        assertThat(register.put(TILL, sequence, whole, register.token(TILL)).status())
                .as("nothing was stored before")
                .isEqualTo(201);
    }

    @Test
    void aStrangersKeyIsNotLetIn() throws Exception {
        TestRegister stranger = new TestRegister(server.address());
        byte[] sale = Sales.record(TILL, 900, Sales.ofOneLine(UUID.randomUUID()));
        assertProblem(stranger.put(TILL, 900, sale, stranger.token(TILL)), 401);
        assertProblem(register.put(TILL, 900, sale, null), 401);
        assertProblem(register.put(TILL, 900, sale, "no token at all"), 401);
        assertProblem(
                register.put(TILL, 900, sale, register.token(TILL, Instant.now().minus(Duration.ofHours(1)))), 401);
    }

    @Test
    void aRegisterWritesItsOwnJournalOnly() throws Exception {
        byte[] sale = Sales.record("till-02", 1, Sales.ofOneLine(UUID.randomUUID()));
        assertProblem(register.put("till-02", 1, sale, register.token(TILL)), 403);
    }

    @Test
    void onlyAManagerPublishesPricingRulesAndHearsEverythingThatIsWrong() throws Exception {
        String path = "/api/v1/pricing-rules";
        byte[] rules = "{\"currency\":\"EUR\",\"taxExemption\":\"STRIP_TAX\"}".getBytes(StandardCharsets.UTF_8);
        String manager = signOn("1");
        assertProblem(register.send("PUT", path, rules, null), 401);
        assertProblem(register.send("PUT", path, rules, register.token(TILL)), 403);
        assertProblem(register.send("PUT", path, rules, signOn("3")), 403);
        assertProblem(register.send("GET", path, null, signOn("3")), 403);
        assertProblem(register.send("GET", path + "?at=0", null, manager), 404);
        assertProblem(register.send("PUT", path, "{\"currency\":7}".getBytes(StandardCharsets.UTF_8), manager), 400);
        Answer wrong = register.send(
                "PUT",
                path,
                ("{\"currency\":\"KWD\",\"openPriceItems\":[\"ghost\"],\"taxes\":[{\"taxId\":\"T\",\"kind\":\"DIVISION\","
                                + "\"value\":2000000}]}")
                        .getBytes(StandardCharsets.UTF_8),
                manager);
        assertProblem(wrong, 422);
        assertThat(wrong.problem().faults()).extracting(Fault::field).contains("currency", "taxes[0].value");

        Answer published = register.send("PUT", path, rules, manager);
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(register.send("PUT", path, rules, manager).text()).isEqualTo(published.text());
        assertThat(register.send("GET", path, null, manager).text())
                .isEqualTo(new String(rules, StandardCharsets.UTF_8));
        assertProblem(register.send("PUT", path + "?replaces=0", rules, manager), 409);
    }

    @Test
    void onlyAManagerGivesOutEnrolmentCodes() throws Exception {
        String path = "/api/v1/workstations/till-02/enrolment-codes";
        assertProblem(register.send("POST", path, null, register.token(TILL)), 403);
        assertProblem(register.send("POST", path, null, signOn("3")), 403);
        Answer given = register.send("POST", path, null, signOn("1"));
        assertThat(given.status()).isBetween(200, 201);
        String code = WireJson.read(given.body(), EnrolmentCode.class).code();

        assertThat(new TestRegister(server.address()).enrol(code).workstationId())
                .isEqualTo("till-02");
        Answer used = register.send(
                "POST",
                "/api/v1/enrolments",
                ("{\"code\":\"" + code + "\",\"publicKey\":\"AAAA\"}").getBytes(StandardCharsets.UTF_8),
                null);
        assertThat(used.status()).isIn(400, 422);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    suspended-sales",
        "PUT,    suspended-sales/00000000-0000-4000-8000-000000000001",
        "PUT,    suspended-sales/00000000-0000-4000-8000-000000000001/claims/00000000-0000-4000-8000-000000000002",
        "GET,    orders",
        "GET,    orders/00000000-0000-4000-8000-000000000001",
        "PUT,    orders/00000000-0000-4000-8000-000000000001",
        "PUT,    orders/00000000-0000-4000-8000-000000000001/claims/00000000-0000-4000-8000-000000000002",
        "DELETE, orders/00000000-0000-4000-8000-000000000001/claims/00000000-0000-4000-8000-000000000002",
        "PUT,    orders/00000000-0000-4000-8000-000000000001/cancellations/00000000-0000-4000-8000-000000000002",
        "GET,    values/GIFT_CARD/60064912000011112222",
        "PUT,    value-authorizations/00000000-0000-4000-8000-000000000001",
        "DELETE, value-authorizations/00000000-0000-4000-8000-000000000001",
        "GET,    customers?q=nobody",
        "GET,    customers/nobody",
        "GET,    receipts/0000000000000000"
    })
    void whatATillAsksForIsForTillsOnly(String method, String path) throws Exception {
        assertLetIn(method, path, register.token(TILL), signOn("1"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, suspended-sales/resumed-twice",
        "GET, orders/open-deposits",
        "GET, stores/demo/shop-rules",
        "PUT, stores/demo/shop-rules",
        "GET, stores/demo/shop-rules/publications"
    })
    void whatAManagerLooksAtIsForManagersOnly(String method, String path) throws Exception {
        assertLetIn(method, path, signOn("1"), register.token(TILL));
        assertLetIn(method, path, signOn("1"), signOn("3"));
    }

    /** Whoever is let in may still hear that there is no such thing. */
    private static void assertLetIn(String method, String path, String token, String other) throws Exception {
        byte[] body = method.equals("PUT") ? "{}".getBytes(StandardCharsets.UTF_8) : null;
        String address = "/api/v1/" + path;
        assertProblem(register.send(method, address, body, null), 401);
        assertProblem(register.send(method, address, body, other), 403);
        assertThat(register.send(method, address, body, token).status()).isIn(200, 204, 400, 404, 422);
    }

    @Test
    void fiveWrongPinsLockAPerson() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertProblem(trySignOn("4", "000000x"), 401, 403, 422, 429);
        }
        String right = pinOf("4");
        Answer locked = trySignOn("4", right);
        assertThat(locked.status()).as(locked.text()).isIn(401, 403, 422, 423, 429);
        assertThat(locked.problem().code()).contains("LOCKED");
    }

    @Test
    void whatIsNoMessageIsAProblemAndNeverAStackTrace() throws Exception {
        String token = register.token(TILL);
        assertProblem(register.send("GET", "/api/v1/nothing-here", null, token), 404);
        assertProblem(register.send("DELETE", "/api/v1/snapshot", null, token), 405);
        assertProblem(register.send("PUT", "/api/v1/journal/till-01/x", new byte[] {'{'}, token), 400, 404);
    }

    @Test
    void aPersonWhoOpensTheAddressInABrowserSeesThatItRuns() throws Exception {
        Path picture = TestPlace.directory("browser").resolve("front.png");
        String page = Browser.open(server.address().resolve("/"), picture);
        assertThat(page).contains("This store server is running.", "Connect a register");
        assertThat(Browser.coloursOf(picture)).as("something is drawn").isGreaterThan(20);
    }

    @Test
    void aRegisterWhoseClockIsAnHourOffGetsItsSalesInAfterOneRefusal() {
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        long sequence = nextSequence++;
        byte[] sale = Sales.record(TILL, sequence, Sales.ofOneLine(UUID.randomUUID()));
        try (HttpClients clients = new HttpClients(Runnable::run, null)) {
            HttpServer asTheRegisterSeesIt = new HttpServer(
                    server.address(), clients, register.keys(), () -> Optional.of(TILL), slow, UUID::randomUUID);

            assertThat(asTheRegisterSeesIt.put(sequence, sale, null)).isInstanceOf(SalesServer.Unreachable.class);
            assertThat(asTheRegisterSeesIt.put(sequence, sale, null)).isInstanceOf(SalesServer.Accepted.class);
        }
    }

    @Test
    void noAnswerTellsWhichLibraryOfWhichVersionMadeIt() throws Exception {
        Answer options = register.send("OPTIONS", "/api/v1/snapshot", null, null);
        assertThat(options.text()).doesNotContainIgnoringCase("jersey").doesNotContainIgnoringCase("wadl");
        assertProblem(register.send("GET", "/api/v1/application.wadl", null, null), 404);
    }

    private static void assertRefusedAsMalformed(Answer answer) {
        assertProblem(answer, 400);
        assertThat(answer.problem().code()).isEqualTo("MALFORMED");
    }

    private static void assertProblem(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.text()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(answer.problem().status()).isEqualTo(answer.status());
    }

    private static String codeFor(String workstationId) {
        return firstStart.codes().stream()
                .filter(code -> code.workstationId().equals(workstationId))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static String pinOf(String operatorNumber) {
        return firstStart.pins().stream()
                .filter(pin -> pin.operatorNumber().equals(operatorNumber))
                .findFirst()
                .orElseThrow()
                .pin();
    }

    private static String signOn(String operatorNumber) throws Exception {
        Answer answer = trySignOn(operatorNumber, pinOf(operatorNumber));
        return WireJson.read(answer.body(), SignOnAnswer.class).token();
    }

    private static Answer trySignOn(String operatorNumber, String pin) throws Exception {
        return register.send(
                "POST",
                "/api/v1/sign-on",
                WireJson.write(new SignOnRequest(operatorNumber, pin)),
                register.token(TILL));
    }
}
