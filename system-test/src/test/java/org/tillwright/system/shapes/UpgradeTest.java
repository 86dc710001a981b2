package org.tillwright.system.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.tillwright.system.ServerProcess;
import org.tillwright.system.TestPlace;
import org.tillwright.system.TestRegister;
import org.tillwright.system.TestRegister.Answer;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SignOnRequest;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TillTotals;
import org.tillwright.wire.json.WireJson;

/**
 * A shop is upgraded on an ordinary day: its till is open, sales are in the books, more wait in the register, which is not
 * upgraded with the server. Everything is found again, everything arrives, and nothing is counted twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeTest {

    private static final String PLACE = "upgrade";
    private static final String FIRST_SALE = "7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002";
    private static final String NEW_SESSION = "7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0009";

    private ExternalDatabase database;
    private ServerProcess server;
    private TestRegister register;
    private List<String> figuresBefore = List.of();

    @BeforeAll
    void upgrade() throws Exception {
        Path place = TestPlace.directory(PLACE);
        database = ExternalDatabase.start(place.resolve("database"));
        int port = ServerProcess.freePort();
        register = new TestRegister(URI.create("http://127.0.0.1:" + port));
        OldStore.make(database, register);
        figuresBefore = figures();
        server = ServerProcess.start(TestPlace.root(), place.resolve("server"), port, database.settings());
    }

    @AfterAll
    void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
        TestPlace.delete(PLACE);
    }

    @Test
    @Order(1)
    void theSchemaIsBroughtUpToDate() throws SQLException {
        assertThat(number("select count(*) from flyway_schema_history where success = 0"))
                .isZero();
        assertThat(number("select max(cast(version as unsigned)) from flyway_schema_history"))
                .isGreaterThan(Long.parseLong(OldStore.BEFORE_RULES));
        assertThat(figures()).isEqualTo(figuresBefore).hasSizeGreaterThan(10);
    }

    @Test
    @Order(2)
    void whoManagesGetsAPasswordForTheConsoleAndKeepsTheOldPin() throws Exception {
        FirstStart made = server.firstStart();
        assertThat(made.consolePasswords())
                .extracting(FirstStart.Password::operatorNumber)
                .containsExactly("1");
        assertThat(made.pins()).extracting(FirstStart.Pin::operatorNumber).doesNotContain("1");
        assertThat(signOn().operatorId()).isEqualTo("bestyrer");
    }

    @Test
    @Order(3)
    void theRegisterIsKnownAndFindsTheOldPrices() throws Exception {
        Answer answer = register.send("GET", "/api/v1/snapshot", null, register.token(OldStore.TILL));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        SnapshotMessage snapshot = WireJson.read(answer.body(), SnapshotMessage.class);
        assertThat(snapshot.store().name()).isEqualTo("Kanalgade Købmand");
        assertThat(snapshot.items()).hasSize(3).anySatisfy(item -> assertThat(item.unitPriceMicro())
                .isEqualTo(12_950_000));
    }

    @Test
    @Order(4)
    void whatWasBookedIsKnownAndWhatWaitedArrives() throws Exception {
        for (int sequence = 1; sequence <= OldStore.BOOKED; sequence++) {
            Answer repeat = put(sequence);
            assertThat(repeat.status()).as(repeat.text()).isEqualTo(200);
            assertThat(WireJson.read(repeat.body(), Acceptance.class).acceptedAt())
                    .isEqualTo("2026-10-30T08:1" + sequence + ":00.123456Z");
        }
        for (int sequence = OldStore.BOOKED + 1; sequence <= OldStore.WRITTEN; sequence++) {
            Answer first = put(sequence);
            assertThat(first.status()).as(first.text()).isEqualTo(201);
            assertThat(WireJson.read(first.body(), Acceptance.class).disputed())
                    .as("the old prices give the old totals")
                    .isFalse();
            assertThat(put(sequence).status()).isEqualTo(200);
        }
    }

    @Test
    @Order(5)
    void theTotalsAreThoseOfBothHalves() throws Exception {
        Answer answer = register.send("GET", "/api/v1/tills/" + OldStore.SESSION, null, register.token(OldStore.TILL));
        TillTotals totals = WireJson.read(answer.body(), TillTotals.class);
        assertThat(totals.status()).isEqualTo("SETTLED");
        assertThat(totals.transactionCount()).isEqualTo(4);
        assertThat(totals.totalMinor()).isEqualTo(2590 + 2495 + 861 - 1295);
        assertThat(totals.taxMinor()).isEqualTo(518 + 499 + 172 - 259);
        assertThat(totals.tenders())
                .contains(new TillTotals.TenderTotal("CASH", 52_156L, 52_156L))
                .contains(new TillTotals.TenderTotal("CARD", 2_495L, 2_495L));
    }

    @Test
    @Order(6)
    void nothingIsDoubledAndTheBooksBalance() throws SQLException {
        assertThat(number("select count(*) from journal_record")).isEqualTo(OldStore.WRITTEN);
        assertThat(number("select count(*) from retail_transaction")).isEqualTo(4);
        assertThat(number("select count(*) from stock_entry")).isEqualTo(4);
        assertThat(number("select sum(amount_minor) from posting")).isZero();
        assertThat(number("select sum(amount_minor) from posting where account_id = 'CASH'"))
                .as("the till is empty, its cash is in the safe")
                .isZero();
        assertThat(number("select on_hand_milli from stock_level where item_id = 'maelk'"))
                .isEqualTo(-1000);
        assertThat(number("select count(*) from stock_level level where on_hand_milli <> (select sum(quantity_milli)"
                        + " from stock_entry entry where entry.item_id = level.item_id)"))
                .isZero();
        assertThat(number("select count(*) from audit_entry where action = 'SALE'"))
                .isEqualTo(4);
    }

    /** The sale was told before there were single taxes, discounts and references; it is worth what was paid all the same. */
    @Test
    @Order(7)
    void goodsOfAnOldSaleComeBackWithTheirReceipt() throws Exception {
        String opened = text(1).replace(OldStore.SESSION, NEW_SESSION).replace("\"sequence\":1", "\"sequence\":7");
        assertThat(put(7, opened).status()).isEqualTo(201);
        assertThat(acceptance(put(8, broughtBack(8))).disputed()).isFalse();
        assertThat(acceptance(put(9, broughtBack(9))).disputed()).isFalse();
        assertThat(acceptance(put(10, broughtBack(10))).disputed())
                .as("two were sold")
                .isTrue();
        assertThat(number("select count(*) from line_detail where returned_line = 1"))
                .isEqualTo(3);
        assertThat(number("select count(*) from line_tax")).isZero();
        assertThat(number("select sum(amount_minor) from posting")).isZero();
    }

    /** One milk of the first old sale, by the receipt: what was the fifth record, with a reference. */
    private static String broughtBack(int sequence) throws IOException {
        return text(5).replace(OldStore.SESSION, NEW_SESSION)
                .replace("\"sequence\":5", "\"sequence\":" + sequence)
                .replace("0c1a5a2e0005", "0c1a5a2e01" + String.format(Locale.ROOT, "%02d", sequence))
                .replace(
                        "\\\"taxMinor\\\":-259,\\\"taxRateId\\\":\\\"M\\\"",
                        "\\\"taxMinor\\\":-259,\\\"taxRateId\\\":\\\"M\\\",\\\"returned\\\":{\\\"transactionId\\\":\\\""
                                + FIRST_SALE + "\\\",\\\"line\\\":1}");
    }

    private static String text(int sequence) throws IOException {
        return new String(OldStore.record(sequence), StandardCharsets.UTF_8);
    }

    private Answer put(int sequence, String record) throws IOException, InterruptedException {
        return register.put(
                OldStore.TILL, sequence, record.getBytes(StandardCharsets.UTF_8), register.token(OldStore.TILL));
    }

    private static Acceptance acceptance(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return WireJson.read(answer.body(), Acceptance.class);
    }

    /** What the books come to, whichever columns the tables have. */
    private List<String> figures() throws SQLException {
        List<String> figures = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select concat_ws(' ', 'sale', transaction_id, net_minor, tax_minor, total_minor)"
                                + " from retail_transaction union all select concat_ws(' ', 'line', transaction_id, number,"
                                + " quantity_milli, unit_price_micro, extended_minor, net_minor, tax_minor) from line_item"
                                + " union all select concat_ws(' ', 'tax', transaction_id, tax_rate_id, rate_ppm, net_minor,"
                                + " tax_minor, gross_minor) from tax_line union all select concat_ws(' ', 'tender',"
                                + " transaction_id, number, tender, amount_minor) from tender_line"
                                + " union all select concat_ws(' ', 'posting', source_id, event, number, account_id,"
                                + " amount_minor) from posting union all select concat_ws(' ', 'stock', item_id,"
                                + " on_hand_milli) from stock_level order by 1")) {
            while (result.next()) {
                figures.add(result.getString(1));
            }
        }
        return figures;
    }

    private SignOnAnswer signOn() throws IOException, InterruptedException {
        Answer answer = register.send(
                "POST",
                "/api/v1/sign-on",
                WireJson.write(new SignOnRequest("1", OldStore.MANAGERS_PIN)),
                register.token(OldStore.TILL));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return WireJson.read(answer.body(), SignOnAnswer.class);
    }

    private Answer put(int sequence) throws IOException, InterruptedException {
        return register.put(OldStore.TILL, sequence, OldStore.record(sequence), register.token(OldStore.TILL));
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getLong(1);
        }
    }
}
