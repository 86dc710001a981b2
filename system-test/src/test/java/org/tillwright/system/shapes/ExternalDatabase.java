package org.tillwright.system.shapes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.tillwright.system.TestPlace;

/** A database of its own, as a shop's own database would be to the server: a program that the server did not start. */
final class ExternalDatabase implements AutoCloseable {

    private final Process process;
    private final String url;
    private final String password;

    private ExternalDatabase(Process process, String url, String password) {
        this.process = process;
        this.url = url;
        this.password = password;
    }

    /** Starts the database that comes with the product, alone, and waits until it answers. */
    static ExternalDatabase start(Path data) throws IOException {
        Files.createDirectories(data);
        Path boot = TestPlace.root().resolve("boot/target");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        boot.resolve("tillwright-boot-0.1.0.jar") + ":" + boot.resolve("lib") + "/*",
                        "org.tillwright.boot.Main",
                        "db",
                        "start",
                        "--db-port=0",
                        "--data=" + data)
                .redirectError(data.resolve("db.log").toFile())
                .start();
        String url = process.inputReader().readLine();
        if (url == null) {
            throw new IOException("The database did not start: " + Files.readString(data.resolve("db.log")));
        }
        return new ExternalDatabase(
                process, url, Files.readString(data.resolve("db/password")).strip());
    }

    /** What a server is told in its environment. */
    Map<String, String> settings() {
        return Map.of(
                "TILLWRIGHT_DB_URL", url,
                "TILLWRIGHT_DB_USER", "tillwright",
                "TILLWRIGHT_DB_PASSWORD", password);
    }

    String url() {
        return url;
    }

    String user() {
        return "tillwright";
    }

    String password() {
        return password;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "tillwright", password);
    }

    List<ProcessHandle> programs() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(process.toHandle()),
                        process.toHandle().descendants())
                .toList();
    }

    @Override
    public void close() {
        Programs.end(process.toHandle());
    }
}
