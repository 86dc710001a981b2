package org.tillwright.server.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.server.platform.ServerSettings;
import org.tillwright.server.platform.TestClock;
import org.tillwright.server.platform.TestDatabase;
import org.tillwright.server.platform.Wiring;
import org.tillwright.server.security.ConsoleAccessService;
import org.tillwright.server.security.SignOnService;
import org.tillwright.server.stores.EnrolmentService;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.wire.ConsoleSignInRequest;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.SignOnRequest;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.WireJson;

class FirstStartupTest {

    @TempDir
    Path directory;

    private final TestDatabase database = TestDatabase.migrated();
    private final Map<String, String> settings = new HashMap<>();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void theDemoStoreIsLoadedOnceAndItsSecretsOpenIt() throws IOException {
        settings.put("tillwright.demo", "true");
        Wiring server = start();
        FirstStart secrets = WireJson.read(Files.readAllBytes(file()), FirstStart.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(secrets.pins()).hasSize(4).allSatisfy(pin -> assertThat(pin.pin())
                .matches("[0-9]{6}"));
        assertThat(secrets.codes()).extracting(FirstStart.Code::workstationId).containsExactly("till-01", "till-02");
        SnapshotMessage snapshot = database.inTransaction(
                        () -> server.get(SnapshotService.class).since("till-01", 0))
                .orElseThrow();
        assertThat(snapshot.items()).hasSizeGreaterThan(300);
        assertThat(database.count("picture", "true")).isPositive();
        FirstStart.Pin manager = secrets.pins().get(0);
        assertThat(database.inTransaction(() -> server.get(SignOnService.class)
                                .signOn("till-01", new SignOnRequest(manager.operatorNumber(), manager.pin())))
                        .role())
                .isEqualTo(manager.role());

        assertThat(secrets.consolePasswords())
                .extracting(FirstStart.Password::operatorNumber)
                .containsExactly(manager.operatorNumber());
        assertThat(signInWith(server, secrets.consolePasswords().get(0))).isEqualTo(manager.role());

        Files.delete(file());
        start();
        assertThat(file()).doesNotExist();
        assertThat(database.inTransaction(
                        () -> server.get(EnrolmentService.class).makeFirstCodes()))
                .isEmpty();
    }

    @Test
    void aStoreIsMadeFromSettings() {
        settings.put("tillwright.store.name", "Anna's");
        settings.put("tillwright.store.country", "DK");
        settings.put("tillwright.currency", "DKK");
        settings.put("tillwright.language", "da");
        settings.put("tillwright.time.zone", "Europe/Copenhagen");
        settings.put("tillwright.tax.rates", "STANDARD:M:25,NONE:Z:0");
        Wiring server = start();
        SnapshotMessage snapshot = database.inTransaction(
                        () -> server.get(SnapshotService.class).since("till-01", 0))
                .orElseThrow();
        assertThat(snapshot.store().currency()).isEqualTo("DKK");
        assertThat(snapshot.taxRates()).contains(new SnapshotMessage.TaxRate("STANDARD", "M", 250_000L));
        assertThat(snapshot.operators())
                .extracting(SnapshotMessage.Operator::role)
                .contains("MANAGER", "CASHIER");
        assertThat(file()).exists();
    }

    @Test
    void anUpgradedServersManagersGetPasswordsAndNothingElseChanges() throws IOException {
        settings.put("tillwright.demo", "true");
        start();
        FirstStart before = WireJson.read(Files.readAllBytes(file()), FirstStart.class);
        database.tamper("delete from operator_password"); // as it is when the console's tables are new

        Wiring server = start();
        FirstStart after = WireJson.read(Files.readAllBytes(file()), FirstStart.class);
        assertThat(after.pins()).isEqualTo(before.pins());
        assertThat(after.codes()).isEqualTo(before.codes());
        assertThat(after.consolePasswords()).hasSize(1).isNotEqualTo(before.consolePasswords());
        assertThat(signInWith(server, after.consolePasswords().get(0))).isEqualTo("MANAGER");

        Files.delete(file());
        database.tamper("delete from operator_password");
        start();
        FirstStart alone = WireJson.read(Files.readAllBytes(file()), FirstStart.class);
        assertThat(alone.pins()).isEmpty();
        assertThat(alone.codes()).isEmpty();
        assertThat(alone.consolePasswords()).hasSize(1);
    }

    @Test
    void withoutAStoreThereIsNothingToFillAndNoSecret() {
        start();
        assertThat(database.count("store", "true")).isZero();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aPlainScriptMayHoldQuotesAndComments() {
        Wiring server = new Wiring(database);
        database.inTransaction(() -> {
            new DemoStore("db/demo-fixture").load(server.get(EmptyDatabase.class));
            return true;
        });
        assertThat(database.text("select name from store")).isEqualTo("Anna's -- Shop");
        assertThat(database.text("select reason from publication where number = 1"))
                .isEqualTo("fixture; with a semicolon");
        assertThat(database.count("operator", "true")).isEqualTo(1);
        assertThat(database.text("select picture_id from picture")).isEqualTo("milk");
    }

    @Test
    void allWrongSettingsAreToldAtOnce() {
        settings.put("tillwright.demo", "yes");
        settings.put("tillwright.store.name", "Shop");
        settings.put("tillwright.currency", "EURO");
        settings.put("tillwright.time.zone", "Mars");
        assertThatThrownBy(this::start)
                .hasMessageContaining("TILLWRIGHT_DEMO")
                .hasMessageContaining("TILLWRIGHT_STORE_COUNTRY")
                .hasMessageContaining("TILLWRIGHT_CURRENCY")
                .hasMessageContaining("TILLWRIGHT_TIME_ZONE");
    }

    private String signInWith(Wiring server, FirstStart.Password password) {
        return database.inTransaction(() -> server.get(ConsoleAccessService.class)
                        .signIn(new ConsoleSignInRequest(password.operatorNumber(), password.password())))
                .role();
    }

    private Path file() {
        return directory.resolve("data").resolve("first-start.json");
    }

    private Wiring start() {
        settings.put("tillwright.data", directory.resolve("data").toString());
        Wiring wiring = new Wiring(database)
                .bind(Clock.class, new TestClock(Instant.parse("2026-03-02T09:00:00Z")))
                .bind(SecureRandom.class, new SecureRandom())
                .bind(ServerSettings.class, ServerSettings.read(settings::get));
        database.inTransaction(() -> {
            wiring.get(FirstStartup.class).start();
            return true;
        });
        return wiring;
    }
}
