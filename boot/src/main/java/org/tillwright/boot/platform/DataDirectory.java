package org.tillwright.boot.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The server's directory, held by one program at a time. The lock is the operating system's: it ends with the program,
 * however that ends.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Makes the directory when it is not there, for this user only, and takes it.
     *
     * @throws StartException if another program holds it, or it cannot be made
     */
    public static DataDirectory take(Path root) throws StartException {
        try {
            createPrivate(root);
            FileChannel file =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(file) == null) {
                file.close();
                throw new StartException("Another Tillwright server is using " + root
                        + "; stop it, or set TILLWRIGHT_DATA to another directory.");
            }
            return new DataDirectory(root, file);
        } catch (IOException e) {
            throw new StartException("The data directory " + root + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** True when a program holds this directory now. */
    public static boolean isTaken(Path root) throws IOException {
        if (!Files.isRegularFile(root.resolve("lock"))) {
            return false;
        }
        try (FileChannel file = FileChannel.open(root.resolve("lock"), StandardOpenOption.WRITE)) {
            return lock(file) == null;
        }
    }

    public Path database() {
        return root.resolve("db");
    }

    public Path payara() {
        return root.resolve("payara");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path firstStartFile() {
        return root.resolve("first-start.json");
    }

    /** Makes a directory that only this user may look into; one that exists stays as it is. */
    public static void createPrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this same program
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            // The lock ends with the program in any case.
            System.getLogger(DataDirectory.class.getName()).log(System.Logger.Level.WARNING, "lock not closed", e);
        }
    }
}
