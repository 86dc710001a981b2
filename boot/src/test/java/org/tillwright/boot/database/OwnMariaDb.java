package org.tillwright.boot.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tillwright.boot.platform.Children;
import org.tillwright.boot.platform.DataDirectory;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;

/** A MariaDB that is none of the product's embedded one: an external database, with whatever accounts a test asks for. */
public final class OwnMariaDb implements AutoCloseable {

    public static final String PASSWORD = "correct-horse-battery";

    private final Path folder;
    private final DataDirectory directory;
    private final Children children = new Children();
    private final EmbeddedDatabase database;
    private final DatabaseProgram program;

    public OwnMariaDb(Path folder) throws IOException, StartException {
        this.folder = folder;
        FileTrees.delete(folder);
        this.directory = DataDirectory.take(folder);
        Path programs = folder.resolveSibling("mariadb-programs");
        this.database = EmbeddedDatabase.start(directory, programs, 0, children, line -> {});
        this.program = DatabaseProgram.unpack(programs, line -> {});
    }

    /** Runs statements as the database's own administrator, over its socket file. */
    public void asRoot(String... statements) throws IOException {
        Process client = new ProcessBuilder(
                        program.client().toString(),
                        "--no-defaults",
                        "--skip-ssl",
                        "--socket=" + folder.resolve("db/data/mariadb.sock"),
                        "--user=root")
                .redirectErrorStream(true)
                .start();
        try (OutputStream to = client.getOutputStream()) {
            to.write((String.join(";\n", statements) + ";\n").getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (client.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
    }

    /** Makes an empty database and an account of the same name that may do everything in it. */
    public void make(String name) throws IOException {
        asRoot(
                "create database " + name,
                "create user '" + name + "'@'%' identified by '" + PASSWORD + "'",
                "grant all on " + name + ".* to '" + name + "'@'%'");
    }

    public Map<String, String> settings(String name, Path data) {
        return Map.of(
                "TILLWRIGHT_DATA",
                data.toString(),
                "TILLWRIGHT_DB_URL",
                url(name),
                "TILLWRIGHT_DB_USER",
                name,
                "TILLWRIGHT_DB_PASSWORD",
                PASSWORD);
    }

    public String url(String name) {
        return database.address().url().replaceFirst("/tillwright\\?.*", "/" + name);
    }

    DatabaseAddress address(String name) {
        return new DatabaseAddress(url(name), name, PASSWORD);
    }

    long pid() throws IOException {
        return Long.parseLong(
                Files.readString(folder.resolve("db/mariadbd.pid")).strip());
    }

    public void signal(String name) throws IOException {
        new ProcessBuilder(List.of("kill", "-" + name, Long.toString(pid())))
                .start()
                .onExit()
                .join();
    }

    @Override
    public void close() throws IOException {
        children.close();
        directory.close();
        FileTrees.delete(folder);
    }
}
