package org.tillwright.system.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.tillwright.core.money.Quantity;
import org.tillwright.system.TestPlace;
import org.tillwright.system.TestRegister;
import org.tillwright.system.TestRegister.Answer;
import org.tillwright.system.console.ConsoleBrowser;
import org.tillwright.system.console.ShopTill;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.ServerGreeting;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SignOnRequest;
import org.tillwright.wire.TillTotals;
import org.tillwright.wire.json.WireJson;

/**
 * What a store server is, whichever way it runs. The same sentences are proven of each shape, word for word; a difference
 * that a caller could see is a fault here. A shop's day in order, because a server that is renewed in it is part of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class StoreServerSuite {

    private static final String MILK = "2413000000112";
    private static final int TOO_MANY_BYTES = 4 * 1024 * 1024 + 1;
    private static final Pattern REFERENCE = Pattern.compile("under number ([0-9A-Z]{4}-[0-9A-Z]{4});");
    private static final Pattern LOOPBACK =
            Pattern.compile("(127\\.0\\.0\\.1|\\[::1]|\\[::ffff:127\\.0\\.0\\.1]):\\d+");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String placeName = "shape-" + getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    private Shape server;
    private FirstStart firstStart;
    private ShopTill till;
    private SaleMessage lastSale;

    /** Starts the server with the demo store on an empty database of its own. */
    abstract Shape start(Path place) throws IOException;

    /** The database that this server uses, past the server. */
    abstract Connection connect() throws SQLException, IOException;

    Shape server() {
        return server;
    }

    ShopTill till() {
        return till;
    }

    @BeforeAll
    void start() throws IOException {
        server = start(TestPlace.directory(placeName));
        firstStart = server.firstStart();
    }

    @AfterAll
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void anyoneMayAskWhoItIsAndWhetherItIsWell() throws Exception {
        HttpResponse<String> greeting = get("api/v1/");
        assertThat(greeting.statusCode()).isEqualTo(200);
        assertThat(WireJson.read(greeting.body().getBytes(StandardCharsets.UTF_8), ServerGreeting.class)
                        .product())
                .isEqualTo("Tillwright");
        assertThat(get("").body()).contains("Tillwright");
        assertThat(get("front.css").statusCode()).isEqualTo(200);
    }

    /** Payara serves these two at the root of the host, whatever the application's own root is. */
    @Test
    @Order(1)
    void healthAndDescriptionAreAtTheRootOfTheHost() throws Exception {
        URI root = server.address().resolve("/");
        assertThat(get(root.resolve("health/ready")).body()).contains("\"UP\"").contains("database");
        assertThat(get(root.resolve("openapi")).body()).contains("/api/v1/enrolments");
    }

    @Test
    @Order(1)
    void everyAnswerIsCarefulAndTellsNothingOfWhatMadeIt() throws Exception {
        for (String path : new String[] {"", "api/v1/", "api/v1/snapshot", "there-is-nothing"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().map()).as(path).containsKeys("content-security-policy", "date");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().map()).as(path).doesNotContainKeys("server", "x-powered-by");
            assertThat(answer.body()).doesNotContainIgnoringCase("payara").doesNotContainIgnoringCase("glassfish");
        }
    }

    @Test
    @Order(2)
    void aRegisterEnrolsAndGetsWhatItNeedsToSell() throws Exception {
        till = ShopTill.enrol(new TestRegister(server.address()), codeFor("till-01"), "cashier-1");
        assertThat(till.snapshot().store().name()).isEqualTo("Wren & Rye Food Shop");
        assertThat(till.snapshot().items()).hasSizeGreaterThan(300);
        HttpRequest.Builder packed = HttpRequest.newBuilder(server.address().resolve("api/v1/snapshot"))
                .header("Authorization", "Bearer " + till.token())
                .header("Accept-Encoding", "gzip");
        assertThat(send(packed).headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    @Order(3)
    void whoIsNobodyOrTheWrongOneIsToldSoInWords() throws Exception {
        TestRegister register = till.register();
        assertProblem(register.send("GET", "/api/v1/snapshot", null, null), 401, "TOKEN_REFUSED");
        assertProblem(register.send("GET", "/api/v1/snapshot", null, "not.a.token"), 401, "TOKEN_REFUSED");
        assertProblem(
                new TestRegister(server.address()).send("GET", "/api/v1/snapshot", null, strangersToken()),
                401,
                "TOKEN_REFUSED");
        assertProblem(register.send("GET", "/api/v1/disputed-totals", null, till.token()), 403, "NOT_ALLOWED");
        assertProblem(register.send("GET", "/api/v1/disputed-totals", null, signOn("3")), 403, "NOT_ALLOWED");
        assertProblem(register.put("till-02", 1, new byte[] {'{', '}'}, till.token()), 403, "NOT_ALLOWED");
        assertProblem(register.send("GET", "/api/v1/nothing-here", null, till.token()), 404, "NOT_FOUND");
        assertProblem(register.send("DELETE", "/api/v1/snapshot", null, till.token()), 405, "METHOD_NOT_ALLOWED");
        assertThat(register.send("GET", "/api/v1/disputed-totals", null, signOn("1"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(4)
    void aTillIsOpenedSellsAndTakesBackAndTheBooksAgree() throws Exception {
        Instant before = Instant.now();
        SaleMessage two = till.sell(MILK, MILK);
        SaleMessage back = till.takeBack(two, 1, new Quantity(1000));
        TillTotals totals = till.totals();
        assertThat(totals.transactionCount()).isEqualTo(2);
        assertThat(totals.totalMinor()).isEqualTo(two.totalMinor() + back.totalMinor());
        assertThat(totals.netMinor() + totals.taxMinor()).isEqualTo(totals.totalMinor());
        try (Connection database = connect();
                Statement question = database.createStatement();
                var told = question.executeQuery("select accepted_at, (select count(*) from disputed_totals),"
                        + " (select sum(amount_minor) from posting) from retail_transaction order by accepted_at")) {
            assertThat(told.next()).isTrue();
            assertThat(told.getObject(1, java.time.LocalDateTime.class).toInstant(java.time.ZoneOffset.UTC))
                    .as("the books are kept in UTC wherever the server stands")
                    .isBetween(before.minusSeconds(1), Instant.now());
            assertThat(told.getInt(2)).as("disputed").isZero();
            assertThat(told.getLong(3)).as("debits and credits").isZero();
        }
    }

    @Test
    @Order(5)
    void aRepeatIsAnsweredAsTheFirstTimeAndOtherBytesAreRefused() throws Exception {
        long sequence = till.nextSequence();
        SaleMessage sale = till.ringUp(Map.of(MILK, 3000L));
        byte[] record = till.record(RecordKind.SALE, sale);
        Answer first = till.register().put("till-01", sequence, record, till.token());
        Answer again = till.register().put("till-01", sequence, record, till.token());
        byte[] other = till.record(RecordKind.SALE, till.ringUp(Map.of(MILK, 1000L)));
        Answer conflict = till.register().put("till-01", sequence, other, till.token());
        till.took(sequence);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(WireJson.read(first.body(), Acceptance.class).disputed()).isFalse();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertProblem(conflict, 409, "RECORD_CONFLICT");
    }

    @Test
    @Order(6)
    void aMessageThatIsTooLongIsRefusedInWordsAndTheServerGoesOn() throws Exception {
        byte[] tooLong = new byte[TOO_MANY_BYTES];
        java.util.Arrays.fill(tooLong, (byte) ' ');
        Answer refused = till.register().put("till-01", till.nextSequence(), tooLong, till.token());
        assertProblem(refused, 413, "TOO_LARGE");
        lastSale = till.sell(MILK);
    }

    /** What nobody foresaw: a table is gone. The caller gets a number, and the log has the reason under that number. */
    @Test
    @Order(7)
    void aFaultIsAnsweredWithANumberThatTheLogHasToo() throws Exception {
        change("rename table disputed_totals to disputed_totals_away");
        Answer fault;
        try {
            fault = till.register().send("GET", "/api/v1/disputed-totals", null, signOn("1"));
        } finally {
            change("rename table disputed_totals_away to disputed_totals");
        }
        assertProblem(fault, 500, "SERVER_FAULT");
        Matcher reference = REFERENCE.matcher(fault.problem().detail());
        assertThat(reference.find()).as(fault.text()).isTrue();
        assertThat(server.log()).contains("[reference=" + reference.group(1)).contains("disputed_totals");
        assertThat(till.register()
                        .send("GET", "/api/v1/disputed-totals", null, signOn("1"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(8)
    void nothingListensBeyondThisMachine() throws IOException {
        assertThat(Programs.listeners(server.programs())).isNotEmpty().allMatch(address -> LOOPBACK.matcher(address)
                .matches());
    }

    /** Pages, their styles and scripts, the sign-in and its cookie: all of it under the application's own root. */
    @Test
    @Order(8)
    void aManagerSignsInAtTheConsoleAndSeesTheSale() throws Exception {
        assumeTrue(ConsoleBrowser.isInstalled(), "Chromium or its driver is not installed: skipped");
        SaleMessage sale = lastSale;
        try (ConsoleBrowser browser = ConsoleBrowser.open(server.address())) {
            browser.go("admin/transactions/transactions.xhtml");
            assertThat(browser.address()).as("a stranger is asked who it is").contains("/sign-in.xhtml");
            browser.signIn("1", passwordOf("1")).find("[data-sale='" + sale.transactionId() + "']");
            assertThat(browser.address())
                    .startsWith(server.address().toString())
                    .contains("admin/transactions/transactions.xhtml");
            browser.axe().screenshot("console-" + placeName);
            assertThat(browser.consoleErrors()).isEmpty();
        }
    }

    /** Compiled reports, fonts and the PDF writer come with the archive, and are found by whichever class loader it has. */
    @Test
    @Order(8)
    void theDaysReportIsPrintedWithItsTotal() throws Exception {
        HttpResponse<byte[]> report = http.send(
                HttpRequest.newBuilder(server.address()
                                .resolve("api/v1/reports/sales-of-day?format=pdf&language=en&from="
                                        + lastSale.businessDay() + "&to=" + lastSale.businessDay()))
                        .header("Authorization", "Bearer " + signOn("2"))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(report.statusCode())
                .as(new String(report.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(report.headers().firstValue("Tillwright-Control-Totals")).hasValue("agree");
        String total = BigDecimal.valueOf(till.totals().totalMinor(), 2).toPlainString();
        assertThat(textOf(report.body())).contains("Wren & Rye Food Shop").contains(total);
    }

    @Test
    @Order(9)
    void aRenewedServerKnowsItsBooksItsRegistersAndItsPeople() throws Exception {
        TillTotals before = till.totals();
        String person = signOn("2");
        server.renew();
        assertThat(till.totals()).isEqualTo(before);
        assertThat(till.register()
                        .send("GET", "/api/v1/tills/" + till.open(), null, person)
                        .status())
                .as("who was signed on still is")
                .isEqualTo(200);
        till.sell(MILK);
        assertThat(till.totals().transactionCount()).isEqualTo(before.transactionCount() + 1);
    }

    @Test
    @Order(10)
    void aTillIsCountedAndClosed() throws Exception {
        UUID session = till.open();
        till.settle();
        Answer closed = till.register().send("GET", "/api/v1/tills/" + session, null, till.token());
        TillTotals totals = WireJson.read(closed.body(), TillTotals.class);
        assertThat(totals.status()).isEqualTo("SETTLED");
        assertThat(totals.tenders())
                .allSatisfy(tender -> assertThat(tender.countedMinor()).isEqualTo(tender.expectedMinor()));
        assertThat(totals.transactionCount()).isEqualTo(5);
    }

    // ---- words of these tests ----

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(server.address().resolve(path));
    }

    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    String signOn(String operatorNumber) throws IOException, InterruptedException {
        String pin = firstStart.pins().stream()
                .filter(given -> given.operatorNumber().equals(operatorNumber))
                .findFirst()
                .orElseThrow()
                .pin();
        Answer answer = till.register()
                .send("POST", "/api/v1/sign-on", WireJson.write(new SignOnRequest(operatorNumber, pin)), till.token());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return WireJson.read(answer.body(), SignOnAnswer.class).token();
    }

    private static String textOf(byte[] pdf) throws IOException {
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
            }
        }
        return text.toString();
    }

    String passwordOf(String operatorNumber) {
        return firstStart.consolePasswords().stream()
                .filter(password -> password.operatorNumber().equals(operatorNumber))
                .findFirst()
                .orElseThrow()
                .password();
    }

    private String strangersToken() {
        return new TestRegister(server.address()).token("till-01");
    }

    private String codeFor(String workstationId) {
        return firstStart.codes().stream()
                .filter(code -> code.workstationId().equals(workstationId))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private void change(String sql) throws SQLException, IOException {
        try (Connection database = connect();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).startsWith(Problem.MEDIA_TYPE);
        assertThat(answer.problem().code()).isEqualTo(code);
        assertThat(answer.problem().detail()).endsWith(".");
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
