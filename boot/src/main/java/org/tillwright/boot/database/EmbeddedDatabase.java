package org.tillwright.boot.database;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tillwright.boot.platform.Children;
import org.tillwright.boot.platform.DataDirectory;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.LogFile;
import org.tillwright.boot.platform.Ports;
import org.tillwright.boot.platform.Processes;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;
import org.tillwright.core.settings.Setting;

/**
 * The MariaDB that comes with the product: a program of its own, on loopback, with its files in the data directory. It
 * flushes at every commit. Only the account {@code tillwright} may come in over the network; root comes in over the
 * socket file, as the user who owns it.
 */
public final class EmbeddedDatabase {

    private static final String NAME = "tillwright";
    private static final String URL_OPTIONS =
            "?useServerPrepStmts=true&useBulkStmts=true"; // what the server is measured with
    private static final Duration START_PATIENCE = Duration.ofMinutes(5); // a crash recovery may take minutes
    private static final long MEGABYTE = 1_000_000;
    private static final long FULL_MEGABYTES = 64;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final Place place;
    private final Children children;
    private final DatabaseAddress address;
    private volatile Process process;

    /** What a start needs, and every further start of the same database. */
    private record Place(DatabaseProgram program, Path folder, int port, LogFile log) {}

    private EmbeddedDatabase(Place place, Children children, DatabaseAddress address, Process process) {
        this.place = place;
        this.children = children;
        this.address = address;
        this.process = process;
    }

    /**
     * Starts the database and waits until it answers; makes it first when there is none.
     *
     * @param wantedPort port on 127.0.0.1; 0 takes any free one
     * @param children takes the database's process, and ends it when it is closed
     */
    public static EmbeddedDatabase start(DataDirectory directory, int wantedPort, Children children, Progress progress)
            throws StartException {
        return start(directory, directory.database(), wantedPort, children, progress);
    }

    /** Starts it with programs that lie elsewhere, so that a database for a moment need not unpack its own. */
    static EmbeddedDatabase start(
            DataDirectory directory, Path programs, int wantedPort, Children children, Progress progress)
            throws StartException {
        Path folder = directory.database();
        try {
            DataDirectory.createPrivate(folder);
            DataDirectory.createPrivate(programs);
            DatabaseProgram program = DatabaseProgram.unpack(programs, progress);
            LogFile log = LogFile.begin(directory.logs(), "mariadb.log");
            endLeftBehind(folder, progress);
            install(program, folder, log, progress);
            int port = Ports.choose(Ports.LOOPBACK, wantedPort, Setting.DB_PORT);
            var address = new DatabaseAddress(
                    "jdbc:mariadb://" + Ports.LOOPBACK + ":" + port + "/" + NAME + URL_OPTIONS, NAME, password(folder));
            FileTrees.writePrivate(folder.resolve("init.sql"), accounts(address.password()));
            progress.tell("Starting the database ...");
            var place = new Place(program, folder, port, log);
            var database = new EmbeddedDatabase(place, children, address, run(place, children));
            database.awaitAnswer();
            FileTrees.writePrivate(folder.resolve("running"), address.url() + "\n");
            return database;
        } catch (IOException e) {
            throw new StartException("The database in " + folder + " did not start: " + e.getMessage() + ".", e);
        }
    }

    /** Starts a database that ended by itself once more, at the same address; it first mends what its end left open. */
    public void startAgain() throws StartException {
        try {
            process = run(place, children);
            awaitAnswer();
        } catch (IOException e) {
            throw new StartException(
                    "The database in " + place.folder() + " did not start again: " + e.getMessage() + ".", e);
        }
    }

    /** Where the database of the server that holds the data directory can be reached by a second program; empty when none does. */
    public static Optional<DatabaseAddress> running(Path data) throws StartException {
        Path folder = data.resolve("db");
        try {
            return DataDirectory.isTaken(data) && Files.isRegularFile(folder.resolve("running"))
                    ? Optional.of(new DatabaseAddress(
                            Files.readString(folder.resolve("running")).strip(), NAME, password(folder)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new StartException("The database in " + folder + " cannot be found: " + e.getMessage() + ".", e);
        }
    }

    /** MariaDB's own prompt, on this terminal. The password goes by the environment: a command line is for all to read. */
    public static ProcessBuilder client(Path data, DatabaseAddress address, Progress progress) throws StartException {
        try {
            Path program = DatabaseProgram.unpack(data.resolve("db"), progress).client();
            URI place = URI.create(address.url().substring("jdbc:".length()));
            var client = new ProcessBuilder(
                            program.toString(),
                            "--no-defaults",
                            "--skip-ssl",
                            "--protocol=tcp",
                            "--host=" + place.getHost(),
                            "--port=" + place.getPort(),
                            "--user=" + address.user(),
                            NAME)
                    .inheritIO();
            client.environment().put("MYSQL_PWD", address.password());
            return client;
        } catch (IOException e) {
            throw new StartException("The database's prompt cannot be unpacked: " + e.getMessage() + ".", e);
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    /** Completes when the database has ended, by itself or because it was told to. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    private static void endLeftBehind(Path folder, Progress progress) throws IOException {
        Optional<ProcessHandle> left = Processes.leftBehind(
                folder.resolve("mariadbd.pid"), folder.resolve("data").toString());
        if (left.isPresent()) {
            progress.tell("Ending the database of a server that was killed ...");
            Processes.end(left.get(), STOP_PATIENCE);
        }
    }

    /** Makes an empty database beside its place and moves it there whole, so that a kill leaves no half of one. */
    private static void install(DatabaseProgram program, Path folder, LogFile log, Progress progress)
            throws IOException, StartException {
        Path data = folder.resolve("data");
        if (Files.isDirectory(data)) {
            return;
        }
        progress.tell("Making an empty database (once) ...");
        Path unfinished = folder.resolve("data.unfinished");
        FileTrees.delete(unfinished);
        DataDirectory.createPrivate(unfinished);
        var command = new ArrayList<>(List.of(
                program.installer().toString(),
                "--no-defaults",
                "--basedir=" + program.home(),
                "--datadir=" + unfinished,
                "--skip-name-resolve",
                // A machine that cannot look up its own name is no reason not to start: the database has no use for it.
                "--force",
                "--skip-test-db"));
        addUser(command);
        Process installer = builder(command, log).start();
        if (installer.onExit().join().exitValue() != 0) {
            throw new StartException(failure("An empty database could not be made", log));
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Process run(Place place, Children children) throws IOException {
        DatabaseProgram program = place.program();
        Path folder = place.folder();
        var command = new ArrayList<>(List.of(
                program.server().toString(),
                "--no-defaults",
                "--basedir=" + program.home(),
                "--datadir=" + folder.resolve("data"),
                "--pid-file=" + folder.resolve("mariadbd.pid"),
                "--socket=mariadb.sock", // inside the data directory: a full path may be longer than a socket's name
                // can be
                "--init-file=" + folder.resolve("init.sql"),
                "--bind-address=" + Ports.LOOPBACK,
                "--port=" + place.port(),
                "--skip-name-resolve",
                "--skip-ssl", // on loopback; making keys at the first start took 10 s and more
                "--local-infile=0",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=128M",
                "--max-connections=100",
                "--max-allowed-packet=16M",
                "--performance-schema=OFF",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4"));
        addUser(command);
        Process process = builder(command, place.log()).start();
        children.add(process.toHandle(), STOP_PATIENCE);
        FileTrees.writePrivate(folder.resolve("mariadbd.pid"), process.pid() + "\n");
        return process;
    }

    /** MariaDB refuses to run as root unless it is told that this is meant, as in a container. */
    private static void addUser(List<String> command) {
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
    }

    private static ProcessBuilder builder(List<String> command, LogFile log) {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.redirect());
    }

    private static String password(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.isRegularFile(file)) {
            FileTrees.writePrivate(file, FileTrees.randomText());
        }
        return Files.readString(file).strip();
    }

    /** Run by the database at each start, before it listens: one statement a line. */
    private static String accounts(String password) {
        String account = "'" + NAME + "'@'" + Ports.LOOPBACK + "'";
        return String.join(
                "\n",
                "CREATE DATABASE IF NOT EXISTS " + NAME + ";",
                "DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');",
                "FLUSH PRIVILEGES;",
                "CREATE USER IF NOT EXISTS " + account + ";",
                "ALTER USER " + account + " IDENTIFIED BY '" + password + "';",
                "GRANT ALL PRIVILEGES ON " + NAME + ".* TO " + account + ";",
                "");
    }

    private void awaitAnswer() throws IOException, StartException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                throw new StartException(failure("The database ended while it was starting", place.log()));
            } else if (System.nanoTime() > deadline) {
                throw new StartException(failure("The database did not answer in time", place.log()));
            }
            Processes.pause();
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false; // it is still starting
        }
    }

    /** A full disk is the likeliest reason, and the one that the database's last line seldom names. */
    private static String failure(String what, LogFile log) throws IOException {
        long free = Files.getFileStore(log.path()).getUsableSpace() / MEGABYTE;
        String why = free < FULL_MEGABYTES
                ? "its disk has only " + free + " MB left; make room, and start again."
                : "\"" + log.lastLine() + "\"";
        return what + ": " + why + " All it said is in " + log.path() + ".";
    }
}
