package org.tillwright.boot.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tillwright.boot.database.DatabaseCheck;
import org.tillwright.boot.database.DatabaseTool;
import org.tillwright.boot.database.OpenDatabase;
import org.tillwright.boot.database.Query;
import org.tillwright.boot.platform.Processes;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;
import org.tillwright.sql.DatabaseTrouble;
import org.tillwright.sql.Schema;
import org.tillwright.sql.SchemaState;

/**
 * Puts a backup into a database. From its first statement until its last there is a table that says so, and no server starts on
 * a database that has it: half a restore is never taken for a whole one.
 */
public final class Restore {

    private static final String NEW_EPOCH = "db/restore/new-epoch.sql";
    private static final int TAIL = 200;
    private static final Duration LINGER = Duration.ofSeconds(3);

    private final OpenDatabase database;
    private final Progress progress;

    public Restore(OpenDatabase database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    /**
     * Restores.
     *
     * @param overwrite name of the store in the database that may be overwritten
     * @throws StartException when the database may not be overwritten, or cannot be restored into
     * @throws BackupException when the file is not a whole backup, or the copy is not what was backed up
     */
    public BackupManifest run(Path file, Optional<String> overwrite) throws StartException, BackupException {
        try (DatabaseTool tool = DatabaseTool.of(database, progress);
                Connection connection = tool.connect()) {
            BackupFile backup = BackupFile.open(file);
            progress.tell("Reading the backup once to see that it is whole ...");
            backup.requireWhole();
            requireMayOverwrite(connection, overwrite);
            requireNobodyElse(connection);
            empty(connection);
            progress.tell("Restoring ...");
            load(tool, backup);
            progress.tell("Checking ...");
            check(connection, backup.manifest());
            forgetWhoWasIn(connection);
            newEpoch(tool);
            execute(connection, "drop table " + Schema.UNFINISHED_RESTORE);
            return backup.manifest();
        } catch (IOException e) {
            throw new StartException("The backup cannot be restored: " + e.getMessage() + ".", e);
        } catch (SQLException e) {
            throw new StartException("The backup was not restored. " + DatabaseTrouble.sentence(e), e);
        }
    }

    /** Restores into a database for a moment, and only looks. */
    static BackupManifest verify(Path file, OpenDatabase scratch, Progress progress)
            throws StartException, BackupException {
        var restore = new Restore(scratch, progress);
        try (DatabaseTool tool = DatabaseTool.of(scratch, progress);
                Connection connection = tool.connect()) {
            BackupFile backup = BackupFile.open(file);
            progress.tell("Restoring into a database for a moment ...");
            restore.load(tool, backup);
            progress.tell("Checking ...");
            check(connection, backup.manifest());
            return backup.manifest();
        } catch (IOException e) {
            throw new StartException("The backup cannot be verified: " + e.getMessage() + ".", e);
        } catch (SQLException e) {
            throw new StartException("The backup was not verified. " + DatabaseTrouble.sentence(e), e);
        }
    }

    private void requireMayOverwrite(Connection connection, Optional<String> overwrite)
            throws SQLException, StartException {
        SchemaState state = new DatabaseCheck(database.address()).look().state();
        if (state == SchemaState.EMPTY || state == SchemaState.HALF_RESTORED) {
            return;
        } else if (state == SchemaState.FOREIGN) {
            throw new StartException("The database " + database.address().database()
                    + " holds tables of something else; restore into an empty database.");
        }
        List<String> stores = Query.texts(connection, "select name from store order by store_id");
        String name = stores.isEmpty() ? database.address().database() : stores.get(0);
        if (!overwrite.equals(Optional.of(name))) {
            throw new StartException("The database " + database.address().database() + " has data of \"" + name
                    + "\"; all of it would be lost. Make a backup of it, and if it may go, say --overwrite \"" + name
                    + "\".");
        }
    }

    /**
     * A server that goes on while its tables go would book into what is being restored. A connection that was just closed may
     * be counted for a moment longer.
     */
    private static void requireNobodyElse(Connection connection) throws SQLException, StartException {
        long deadline = System.nanoTime() + LINGER.toNanos();
        long others = others(connection);
        while (others > 0 && System.nanoTime() < deadline) {
            Processes.pause();
            others = others(connection);
        }
        if (others > 0) {
            throw new StartException(
                    "A server is using this database (" + others + " connections); stop it, and restore then.");
        }
    }

    private static long others(Connection connection) throws SQLException {
        return Query.number(
                connection,
                "select count(*) from information_schema.processlist where db = database() and id <> connection_id()"
                        + " and user = substring_index(current_user(), '@', 1)");
    }

    private static void empty(Connection connection) throws SQLException {
        execute(connection, "create table if not exists " + Schema.UNFINISHED_RESTORE + " (begun datetime(6))");
        execute(connection, "set foreign_key_checks = 0");
        for (String table : DatabaseFacts.tables(connection)) {
            execute(connection, "drop table `" + table + "`");
        }
        execute(connection, "set foreign_key_checks = 1");
    }

    private void load(DatabaseTool tool, BackupFile backup) throws IOException, StartException, BackupException {
        Process loading = tool.load().start();
        CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> said(loading.getErrorStream()));
        try (OutputStream to = loading.getOutputStream()) {
            backup.writeStatements(to);
        } catch (IOException e) {
            requireDone(loading, said.join()); // it ended early, and says why
            throw e;
        }
        requireDone(loading, said.join());
    }

    private static void requireDone(Process loading, String said) throws StartException {
        if (loading.onExit().join().exitValue() != 0) {
            throw new StartException("The database is now half restored, and no server starts on it. MariaDB says: \""
                    + said.substring(Math.max(0, said.length() - TAIL)) + "\" Mend that, and restore again.");
        }
    }

    private static String said(InputStream errors) {
        try {
            return new String(errors.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "nothing that can be read";
        }
    }

    private static void check(Connection connection, BackupManifest manifest) throws SQLException, BackupException {
        List<String> faults = new BackupCheck(connection).faults(manifest.facts());
        if (!faults.isEmpty()) {
            throw new BackupException(faults);
        }
    }

    /** Who had signed off since the backup was taken is not signed on again by it, and a code that was used is not unused. */
    private static void forgetWhoWasIn(Connection connection) throws SQLException {
        List<String> tables = DatabaseFacts.tables(connection);
        for (String session : List.of("person_session", "console_session")) {
            if (tables.contains(session)) {
                execute(connection, "delete from " + session);
            }
        }
        execute(connection, "delete from enrolment_code where used_at is null");
    }

    /** Tells the registers that this is another database than the one they knew. */
    private static void newEpoch(DatabaseTool tool) throws IOException, StartException {
        try (InputStream script = Restore.class.getClassLoader().getResourceAsStream(NEW_EPOCH)) {
            if (script == null) {
                throw new IllegalStateException("the program holds no " + NEW_EPOCH);
            }
            Process running = tool.load().start();
            CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> said(running.getErrorStream()));
            try (OutputStream to = running.getOutputStream()) {
                script.transferTo(to);
            }
            requireDone(running, said.join());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
