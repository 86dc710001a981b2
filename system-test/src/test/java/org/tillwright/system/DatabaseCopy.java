package org.tillwright.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Copies of an embedded database, taken while it works and put in somewhere else, by MariaDB's own programs. */
final class DatabaseCopy {

    private static final long PATIENCE_MINUTES = 4;

    private DatabaseCopy() {}

    /** Takes a copy of the database of a running server, at one moment, while sales are booked. */
    static void take(Path server, Path copy) throws IOException, InterruptedException {
        List<String> command = client(server, "mariadb-dump");
        command.addAll(List.of("--single-transaction", "--result-file=" + copy, "tillwright"));
        run(command, server, null);
    }

    /** Puts a copy into an empty database in another directory, as the restore command does. */
    static void putInto(Path root, Path server, Path programs, Path copy) throws IOException, InterruptedException {
        Path log = server.resolveSibling(server.getFileName() + ".db.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        root.resolve("boot/target/tillwright-boot-0.1.0.jar") + ":" + root.resolve("boot/target/lib")
                                + "/*",
                        "org.tillwright.boot.Main",
                        "db",
                        "start",
                        "--data",
                        server.toString(),
                        "--db-port",
                        Integer.toString(ServerProcess.freePort()))
                .redirectError(log.toFile());
        Process database = builder.start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(database.getInputStream(), StandardCharsets.UTF_8))) {
            if (out.readLine() == null) {
                throw new IOException("The database did not start; " + log + " says why.");
            }
            run(withSchema(client(server, programs, "mariadb")), server, copy);
            Path script = server.resolveSibling("new-epoch.sql");
            try (InputStream in = Files.newInputStream(root.resolve("sql/restore/new-epoch.sql"))) {
                Files.write(script, in.readAllBytes());
            }
            run(withSchema(client(server, programs, "mariadb")), server, script);
        } finally {
            database.destroy();
            database.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        }
    }

    /** Reads one number from the database of a running server. */
    static long number(Path server, String query) throws IOException, SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static Connection connect(Path server) throws IOException, SQLException {
        return DriverManager.getConnection(
                Files.readString(server.resolve("db/running")).strip(), "tillwright", password(server));
    }

    private static List<String> withSchema(List<String> command) {
        command.add("tillwright");
        return command;
    }

    private static List<String> client(Path server, String program) throws IOException {
        return client(server, server, program);
    }

    private static List<String> client(Path server, Path programs, String program) throws IOException {
        URI place = URI.create(
                Files.readString(server.resolve("db/running")).strip().substring("jdbc:".length()));
        try (Stream<Path> versions = Files.list(programs.resolve("db"))) {
            Path bin = versions.map(version -> version.resolve("bin").resolve(program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + program + " in " + programs));
            return new ArrayList<>(List.of(
                    bin.toString(),
                    "--no-defaults",
                    "--skip-ssl",
                    "--protocol=tcp",
                    "--host=" + place.getHost(),
                    "--port=" + place.getPort(),
                    "--user=tillwright"));
        }
    }

    private static String password(Path server) throws IOException {
        return Files.readString(server.resolve("db/password")).strip();
    }

    private static void run(List<String> command, Path server, Path input) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(server.resolveSibling("client.log").toFile());
        builder.environment().put("MYSQL_PWD", password(server));
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(
                    command.get(0) + " did not succeed: " + Files.readString(server.resolveSibling("client.log")));
        }
    }
}
