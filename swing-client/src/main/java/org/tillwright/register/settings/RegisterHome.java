package org.tillwright.register.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceUris;

/**
 * The directory in which a register keeps all that is its own, and the one where whoever looks after the machine left
 * something for it.
 *
 * @param machine where this machine's defaults and its enrolment code are, or null when nobody looks after it
 */
public record RegisterHome(Path directory, @Nullable Path machine) {

    private static final String JPOS_FILE = "jpos.xml";

    /** A register that nobody left anything for. */
    public RegisterHome(Path directory) {
        this(directory, null);
    }

    /** Where a register lives when nobody says otherwise: in {@code TILLWRIGHT_HOME} or else in the user's own directory. */
    public static RegisterHome ofUser() {
        Map<String, String> environment = System.getenv();
        String named = environment.getOrDefault("TILLWRIGHT_HOME", "");
        Path base = named.isEmpty() ? Path.of(System.getProperty("user.home"), ".tillwright") : Path.of(named);
        return at(base.resolve("register"));
    }

    /** A register that lives in a directory of this machine. */
    public static RegisterHome at(Path directory) {
        Map<String, String> environment = System.getenv();
        String named = environment.getOrDefault("TILLWRIGHT_MACHINE", "");
        if (!named.isEmpty()) {
            return new RegisterHome(directory, Path.of(named));
        }
        String programData = environment.getOrDefault("ProgramData", "");
        return new RegisterHome(
                directory, programData.isEmpty() ? Path.of("/etc/tillwright") : Path.of(programData, "Tillwright"));
    }

    /**
     * Makes the directory, and lets nobody but its owner in: the journal holds sales, and the catalogue every operator's PIN
     * verifier, which a program can try all PINs against.
     */
    public void makePrivate() throws IOException {
        try {
            Files.createDirectories(directory);
            // Asked of the file system, not of the mount: in a changed root a mount cannot be told.
            if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new IOException(
                    "The register's directory " + directory + " cannot be made and kept to its owner ("
                            + e.getClass().getSimpleName() + "). Make it yours, or name another one.",
                    e);
        }
    }

    public Path settings() {
        return directory.resolve("register.properties");
    }

    /** What counts where the register's own settings say nothing; null when nobody looks after the machine. */
    public @Nullable Path machineSettings() {
        return machine == null ? null : machine.resolve("register.properties");
    }

    /** The one-time code that makes this register known without hands; null when nobody looks after the machine. */
    public @Nullable Path enrolmentCode() {
        return machine == null ? null : machine.resolve("enrolment-code");
    }

    /**
     * The file that names makers' JavaPOS services where the settings name none: the register's own, or else the one that
     * whoever looks after the machine left for it. It need not be there.
     */
    public Path jposFile() {
        Path own = directory.resolve(JPOS_FILE);
        return machine == null || Files.exists(own) || !Files.exists(machine.resolve(JPOS_FILE))
                ? own
                : machine.resolve(JPOS_FILE);
    }

    /** These devices, with the file that names makers' services in any case. */
    public DeviceUris withJposFile(DeviceUris devices) {
        return devices.jposFile() == null ? devices.withJposFile(jposFile()) : devices;
    }

    public Path journal() {
        return directory.resolve("journal.db");
    }

    public Path catalogue() {
        return directory.resolve("catalogue.db");
    }

    public Path keyStore() {
        return directory.resolve("keystore.p12");
    }

    public Path keyStorePassword() {
        return directory.resolve("keystore.password");
    }

    /** Customers who were on a sale here, to be found without a server. */
    public Path customers() {
        return directory.resolve("customers.json");
    }

    public Path logs() {
        return directory.resolve("logs");
    }

    public Path pictures() {
        return directory.resolve("pictures");
    }
}
