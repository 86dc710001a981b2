package org.tillwright.register.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory in which a register keeps all that is its own. */
public record RegisterHome(Path directory) {

    /** Where a register lives when nobody says otherwise. */
    public static RegisterHome ofUser() {
        return new RegisterHome(Path.of(System.getProperty("user.home"), ".tillwright", "register"));
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

    public Path logs() {
        return directory.resolve("logs");
    }

    public Path pictures() {
        return directory.resolve("pictures");
    }
}
