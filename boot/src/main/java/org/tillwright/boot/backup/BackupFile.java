package org.tillwright.boot.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/**
 * A backup: a ZIP archive of the statements that make the database again, and after them the manifest. A file whose writing
 * was cut off has neither the manifest nor the archive's own directory, and its name says that it is unfinished.
 */
final class BackupFile {

    static final String STATEMENTS = "tillwright.sql";
    static final String MANIFEST = "manifest.json";

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final BackupManifest manifest;

    private BackupFile(Path file, BackupManifest manifest) {
        this.file = file;
        this.manifest = manifest;
    }

    /** Reads the manifest; the statements are not looked at yet. */
    static BackupFile open(Path file) throws BackupException, IOException {
        if (!Files.isReadable(file)) {
            throw new BackupException(List.of("There is no file " + file + " that we may read."));
        }
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream content = content(zip, file, MANIFEST)) {
            BackupManifest manifest = WireJson.read(content.readAllBytes(), BackupManifest.class);
            if (manifest.format() != BackupManifest.FORMAT) {
                throw new BackupException(List.of(file + " is a backup of form " + manifest.format()
                        + ", which only a newer program reads; restore it with that one."));
            }
            return new BackupFile(file, manifest);
        } catch (ZipException | MalformedMessageException e) {
            throw new BackupException(
                    List.of(file + " is not a whole backup of Tillwright: it is damaged, cut off, or something else."));
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    /** Reads all of it once, and tells when a single bit differs from what was written. */
    void requireWhole() throws BackupException, IOException {
        MessageDigest digest = sha256();
        long bytes;
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream content = new DigestInputStream(content(zip, file, STATEMENTS), digest)) {
            bytes = content.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException e) {
            throw damaged();
        }
        if (bytes != manifest.bytes()
                || !HexFormat.of().formatHex(digest.digest()).equals(manifest.sha256())) {
            throw damaged();
        }
    }

    /** Hands the statements to whoever runs them. */
    void writeStatements(OutputStream to) throws BackupException, IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream content = content(zip, file, STATEMENTS)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                to.write(buffer, 0, read);
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private BackupException damaged() {
        return new BackupException(
                List.of(file + " is damaged: its bytes are not those that were written. Use another backup."));
    }

    private static InputStream content(ZipFile zip, Path file, String name) throws BackupException, IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupException(List.of(file + " is not a backup of Tillwright: it holds no " + name + "."));
        }
        return zip.getInputStream(entry);
    }
}
