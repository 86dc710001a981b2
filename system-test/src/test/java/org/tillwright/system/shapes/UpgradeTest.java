package org.tillwright.system.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    private ExternalDatabase database;
    private ServerProcess server;
    private TestRegister register;

    @BeforeAll
    void upgrade() throws Exception {
        Path place = TestPlace.directory(PLACE);
        database = ExternalDatabase.start(place.resolve("database"));
        int port = ServerProcess.freePort();
        register = new TestRegister(URI.create("http://127.0.0.1:" + port));
        OldStore.make(database, register);
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
                .isGreaterThan(Long.parseLong(OldStore.SCHEMA));
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
