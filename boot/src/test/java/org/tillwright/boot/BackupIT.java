package org.tillwright.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.tillwright.boot.database.EmbeddedDatabase;
import org.tillwright.boot.database.OwnMariaDb;
import org.tillwright.boot.database.Query;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;

/** A backup taken while a till sells, proved, damaged, moved to another database, and put back after a loss. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class BackupIT {

    private static final Map<String, String> STORE = Map.of(
            "TILLWRIGHT_STORE_NAME", "Corner shop",
            "TILLWRIGHT_STORE_COUNTRY", "DK",
            "TILLWRIGHT_CURRENCY", "DKK");
    private static final Pattern CODE = Pattern.compile("Enrolment code of register \\S+ +(?<code>\\S+)");

    private final Path place =
            Path.of(System.getProperty("tillwright.target"), "backup-it").toAbsolutePath();
    private final Path data = place.resolve("shop");
    private final Path backup = place.resolve("shop.zip");
    private RunningServer server;
    private EnrolledRegister register;
    private OwnMariaDb mariaDb;
    private long sold;

    @BeforeAll
    void start() throws IOException, InterruptedException, StartException {
        FileTrees.delete(place);
        server = RunningServer.start(data, STORE);
        Matcher code = CODE.matcher(server.messages());
        assertThat(code.find()).isTrue();
        register = new EnrolledRegister(server, code.group("code"));
        mariaDb = new OwnMariaDb(place.resolve("mariadb"));
    }

    @AfterAll
    void stop() throws IOException {
        server.stop();
        mariaDb.close();
        FileTrees.delete(place);
    }

    @Test
    @Order(1)
    void aBackupIsTakenWhileSalesComeIn() throws IOException {
        try (var sales = new SteadySales(server, register)) {
            sales.awaitSold(20);
            long before = sales.sold();
            Program taken = run("db", "backup", "-o", backup.toString());
            assertThat(taken.exitCode()).as(taken.messages()).isZero();
            long after = sales.sold();
            sales.awaitSold(after + 10);
            assertThat(after).as("sold while the backup was taken").isGreaterThan(before);
        } finally {
            sold = soldSoFar();
        }
        Program verified = run("db", "verify", backup.toString());
        assertThat(verified.messages()).doesNotContain("The copy");
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.answer()).startsWith("Sound: taken ");
    }

    @Test
    @Order(2)
    void whatIsDamagedOrCutOffIsToldAndNothingExistingIsOverwritten() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        byte[] changed = whole.clone();
        changed[whole.length / 3] ^= 1;
        Path damaged = Files.write(place.resolve("damaged.zip"), changed);
        Path cut = Files.write(place.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(run("db", "verify", damaged.toString()).messages()).contains("is damaged");
        assertThat(run("db", "verify", cut.toString()).messages()).contains("not a whole backup");
        assertThat(run("db", "backup", "-o", backup.toString()).messages()).contains("exists already");
        Program running = run("db", "restore", backup.toString(), "--into", "embedded");
        assertThat(running.messages()).contains("Another Tillwright server is using");
        assertThat(running.exitCode()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void itCanBeRestoredIntoAnotherDatabaseAndBackedUpThereWithFewRights() throws IOException {
        mariaDb.make("moved");
        Map<String, String> moved = mariaDb.settings("moved", place.resolve("moved"));
        Program restored = Program.run(moved, "db", "restore", backup.toString(), "--into", "moved");
        assertThat(restored.exitCode()).as(restored.messages()).isZero();
        mariaDb.asRoot(
                "create user 'keeper'@'%' identified by '" + OwnMariaDb.PASSWORD + "'",
                "grant select, lock tables on moved.* to 'keeper'@'%'");
        var keeper = new HashMap<>(moved);
        keeper.put("TILLWRIGHT_DB_USER", "keeper");
        Program taken = Program.run(
                keeper, "db", "backup", "-o", place.resolve("moved.zip").toString());
        assertThat(taken.exitCode()).as(taken.messages()).isZero();
    }

    @Test
    @Order(4)
    void booksThatDoNotAddUpAreFoundByVerify() throws IOException {
        mariaDb.asRoot(
                "update moved.posting set amount_minor = amount_minor + 1 limit 1",
                "update moved.stock_level set on_hand_milli = on_hand_milli + 1 limit 1",
                "delete from moved.journal_record where sequence = 2",
                "update moved.journal_record set content = 'x' where sequence = 3");
        Map<String, String> moved = mariaDb.settings("moved", place.resolve("moved"));
        Path wrong = place.resolve("wrong.zip");
        assertThat(Program.run(moved, "db", "backup", "-o", wrong.toString()).exitCode())
                .isZero();
        Program verified = run("db", "verify", wrong.toString());
        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.messages())
                .contains("1 entries of the ledger whose postings do not sum to zero")
                .contains("1 stock levels that are not the sum of their entries")
                .contains("1 transactions without the record they came by")
                .contains("/3 cannot be read");
    }

    @Test
    @Order(5)
    void afterALossTheRegistersSendAgainWhatTheBackupLacks() throws IOException, InterruptedException {
        server.stop();
        Program refused = run("db", "restore", backup.toString(), "--into", "embedded");
        assertThat(refused.messages()).contains("--overwrite \"Corner shop\"");
        assertThat(refused.exitCode()).isEqualTo(1);
        Program restored = run("db", "restore", backup.toString(), "--into", "embedded", "--overwrite", "Corner shop");
        assertThat(restored.exitCode()).as(restored.messages()).isZero();
        server = RunningServer.start(data, STORE);
        register = register.at(server);
        int again = 0;
        int first = 0;
        for (long sequence = 1; sequence <= sold; sequence++) {
            int status = SteadySales.send(server, register, sequence);
            again += status == 200 ? 1 : 0;
            first += status == 201 ? 1 : 0;
        }
        assertThat(again).as("in the backup").isGreaterThanOrEqualTo(20);
        assertThat(first).as("lost and sent again").isPositive();
        assertThat(again + first).isEqualTo(Math.toIntExact(sold));
        assertThat(soldSoFar()).isEqualTo(sold);
    }

    private long soldSoFar() {
        try {
            DatabaseAddress address = EmbeddedDatabase.running(data).orElseThrow();
            try (Connection connection =
                    DriverManager.getConnection(address.url(), address.user(), address.password())) {
                return Query.number(connection, "select count(*) from retail_transaction");
            }
        } catch (SQLException | StartException e) {
            throw new IllegalStateException(e);
        }
    }

    private Program run(String... arguments) throws IOException {
        return Program.run(Map.of("TILLWRIGHT_DATA", data.toString()), arguments);
    }
}
