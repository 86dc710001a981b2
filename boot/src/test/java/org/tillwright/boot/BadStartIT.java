package org.tillwright.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tillwright.boot.database.OwnMariaDb;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.StartException;

/** What whoever sets up a server sees when the database is not what it should be: one sentence, exit code 1, nothing started. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadStartIT {

    private final Path place =
            Path.of(System.getProperty("tillwright.target"), "bad-start-it").toAbsolutePath();
    private final Path data = place.resolve("data");
    private OwnMariaDb mariaDb;

    @BeforeAll
    void start() throws IOException, StartException {
        FileTrees.delete(place);
        mariaDb = new OwnMariaDb(place.resolve("mariadb"));
    }

    @AfterAll
    void stop() throws IOException {
        mariaDb.close();
        FileTrees.delete(place);
    }

    @Test
    void theDatabaseIsNotThere() throws IOException {
        var settings = new HashMap<>(mariaDb.settings("absent", data));
        settings.put("TILLWRIGHT_DB_URL", "jdbc:mariadb://127.0.0.1:1/absent");
        assertRefused(settings, "The database does not answer; start it, or correct TILLWRIGHT_DB_URL.");
    }

    @Test
    void thePasswordIsWrong() throws IOException {
        mariaDb.make("locked");
        var settings = new HashMap<>(mariaDb.settings("locked", data));
        settings.put("TILLWRIGHT_DB_PASSWORD", "a-wrong-one");
        Program start = assertRefused(
                settings,
                "The database refuses this account or its password; correct TILLWRIGHT_DB_USER and"
                        + " TILLWRIGHT_DB_PASSWORD.");
        assertThat(start.messages()).doesNotContain("a-wrong-one");
    }

    @Test
    void theDatabasesNameIsUnknown() throws IOException {
        mariaDb.asRoot(
                "create user 'nowhere'@'%' identified by '" + OwnMariaDb.PASSWORD + "'",
                "grant all on *.* to 'nowhere'@'%'");
        assertRefused(mariaDb.settings("nowhere", data), "has no database of this name; make it there");
    }

    @Test
    void theSchemaIsOfANewerProgram() throws IOException {
        migrated("newer");
        mariaDb.asRoot(
                "insert into newer.flyway_schema_history select 9999, '9999', 'future', type, 'V9999__x.sql',"
                        + " checksum, installed_by, installed_on, 0, true from newer.flyway_schema_history where version = '0001'");
        assertRefused(
                mariaDb.settings("newer", data), "The schema is 9999, of a newer program; this one knows it up to");
    }

    @Test
    void aMigrationStoppedInTheMiddle() throws IOException {
        migrated("half");
        mariaDb.asRoot("update half.flyway_schema_history set success = false where version = '0003'");
        assertRefused(mariaDb.settings("half", data), "Migration 0003 stopped in the middle");
    }

    @Test
    void aRestoreStoppedInTheMiddle() throws IOException {
        migrated("torn");
        mariaDb.asRoot("create table torn.restore_unfinished (begun datetime)");
        assertRefused(mariaDb.settings("torn", data), "run ./pos db restore again");
    }

    @Test
    void theTablesAreSomebodyElses() throws IOException {
        mariaDb.make("foreigner");
        mariaDb.asRoot("create table foreigner.theirs (id int)");
        assertRefused(mariaDb.settings("foreigner", data), "give Tillwright an empty database of its own");
    }

    @Test
    void theAccountMayNotChangeTables() throws IOException {
        mariaDb.make("narrow");
        mariaDb.asRoot("revoke all on narrow.* from 'narrow'@'%'", "grant select, insert on narrow.* to 'narrow'@'%'");
        Program migration = Program.run(mariaDb.settings("narrow", data), "db", "migrate");
        assertThat(migration.exitCode()).isEqualTo(1);
        assertThat(migration.messages())
                .contains("run ./pos db migrate with an account that may change tables")
                .doesNotContain("Exception")
                .doesNotContain("Flyway");
    }

    @Test
    void anOlderSchemaIsToldAndThenMigrated() throws IOException {
        mariaDb.make("older");
        Flyway.configure(getClass().getClassLoader())
                .dataSource(mariaDb.url("older"), "older", OwnMariaDb.PASSWORD)
                .locations("classpath:db/migration")
                .target("0003")
                .load()
                .migrate();
        Program before = Program.run(mariaDb.settings("older", data), "db");
        assertThat(before.answer())
                .startsWith("The schema is 0003 and this program wants")
                .contains("make a backup first");
        assertThat(before.exitCode()).isZero();
        Program migration = Program.run(mariaDb.settings("older", data), "db", "migrate");
        assertThat(migration.answer()).as(migration.messages()).contains("which is what this program wants");
        assertThat(migration.exitCode()).isZero();
    }

    private void migrated(String name) throws IOException {
        mariaDb.make(name);
        assertThat(Program.run(mariaDb.settings(name, data), "db", "migrate").exitCode())
                .isZero();
    }

    private static Program assertRefused(Map<String, String> settings, String sentence) throws IOException {
        Program start = Program.run(settings, "serve", "--port=0");
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.answer()).isEmpty();
        assertThat(start.messages())
                .contains(sentence)
                .doesNotContain("Exception")
                .doesNotContain("Flyway")
                .doesNotContain("(conn=");
        assertThat(start.messages().lines().filter(line -> line.startsWith("Database ")))
                .hasSize(1);
        return start;
    }
}
