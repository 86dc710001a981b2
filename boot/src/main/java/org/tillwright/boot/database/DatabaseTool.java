package org.tillwright.boot.database;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tillwright.boot.platform.DataDirectory;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;

/**
 * MariaDB's own programs, on one database. How to get in goes by a file that only this user may read, since a command line is
 * for all to read. Closing deletes that file.
 */
public final class DatabaseTool implements AutoCloseable {

    private static final int DEFAULT_PORT = 3306;
    private static final Pattern CERTIFICATE = Pattern.compile("[?&]serverSslCert=([^&]+)");

    private final DatabaseProgram program;
    private final DatabaseAddress address;
    private final Path options;

    private DatabaseTool(DatabaseProgram program, DatabaseAddress address, Path options) {
        this.program = program;
        this.address = address;
        this.options = options;
    }

    public static DatabaseTool of(OpenDatabase database, Progress progress) throws IOException, StartException {
        DataDirectory.createPrivate(database.programs());
        DatabaseProgram program = DatabaseProgram.unpack(database.programs(), progress);
        Path options = Files.createTempFile(database.programs(), "client", ".cnf"); // made for its owner alone
        Files.writeString(options, options(database.address()));
        return new DatabaseTool(program, database.address(), options);
    }

    /** Writes all tables as statements to its standard output, as one snapshot sees them. */
    public ProcessBuilder dump() {
        return command(
                program.dump(),
                List.of(
                        "--single-transaction",
                        "--skip-lock-tables",
                        "--quick",
                        "--hex-blob",
                        "--no-tablespaces",
                        "--skip-triggers",
                        "--skip-dump-date",
                        "--max-allowed-packet=64M",
                        "--default-character-set=utf8mb4"));
    }

    /** Runs the statements that come on its standard input, and stops at the first that fails. */
    public ProcessBuilder load() {
        return command(
                program.client(),
                List.of(
                        "--batch",
                        "--max-allowed-packet=64M",
                        "--default-character-set=utf8mb4",
                        "--abort-source-on-error"));
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private ProcessBuilder command(Path what, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(what.toString());
        command.add("--defaults-file=" + options); // has to be the first
        command.addAll(arguments);
        command.add(address.database());
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TILLWRIGHT_"));
        return builder;
    }

    /** The programs encrypt when the driver does, and believe the same certificate. */
    private static String options(DatabaseAddress address) {
        URI place = address.place();
        String url = address.url();
        boolean isEncrypted = url.matches(".*[?&](useSsl=true|sslMode=(trust|verify-ca|verify-full)).*");
        boolean isVerified = url.matches(".*[?&]sslMode=verify-(ca|full).*");
        Matcher certificate = CERTIFICATE.matcher(url);
        var lines = new ArrayList<>(List.of(
                "[client]",
                "protocol=tcp",
                "host=" + place.getHost(),
                "port=" + (place.getPort() < 0 ? DEFAULT_PORT : place.getPort()),
                "user=\"" + escaped(address.user()) + "\"",
                "password=\"" + escaped(address.password()) + "\""));
        lines.add(isEncrypted ? "ssl=1" : "skip-ssl");
        lines.add(isVerified ? "ssl-verify-server-cert" : "skip-ssl-verify-server-cert");
        if (certificate.find()) {
            lines.add("ssl-ca=\"" + escaped(certificate.group(1)) + "\"");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(options);
    }
}
