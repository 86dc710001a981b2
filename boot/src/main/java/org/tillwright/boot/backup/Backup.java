package org.tillwright.boot.backup;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tillwright.boot.database.DatabaseCheck;
import org.tillwright.boot.database.DatabaseTool;
import org.tillwright.boot.database.OpenDatabase;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;
import org.tillwright.sql.DatabaseTrouble;
import org.tillwright.wire.json.WireJson;

/**
 * Takes a backup while the server goes on. The statements and the counts of the manifest see the same moment: for as long as
 * both begin, which is a fraction of a second, nobody can change a table; sales wait, and are then booked.
 */
public final class Backup {

    private static final byte[] BEGUN = "-- Table structure".getBytes(StandardCharsets.US_ASCII);
    private static final int LOCK_SECONDS = 20;
    private static final int BUFFER = 1 << 16;
    private static final int TAIL = 200;
    private static final long TELL_EVERY_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long MEGABYTE = 1_000_000;

    private final OpenDatabase database;
    private final String program;
    private final Clock clock;
    private final Progress progress;

    public Backup(OpenDatabase database, String program, Clock clock, Progress progress) {
        this.database = database;
        this.program = program;
        this.clock = clock;
        this.progress = progress;
    }

    /** Writes the backup; a file of that name appears only when it is complete and on the disk. */
    public BackupManifest write(Path file) throws StartException {
        var schema = new DatabaseCheck(database.address()).requireUsable();
        if (schema.found().isEmpty()) {
            throw new StartException("The database is empty; there is nothing to back up.");
        } else if (Files.exists(file)) {
            throw new StartException(file + " exists already; choose another name.");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (DatabaseTool tool = DatabaseTool.of(database, progress)) {
            BackupManifest manifest = write(tool, unfinished, schema.found());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException e) {
            throw new StartException("The backup " + file + " cannot be written: " + e.getMessage() + ".", e);
        } catch (SQLException e) {
            throw new StartException("The backup was not made. " + DatabaseTrouble.sentence(e), e);
        } finally {
            deleteQuietly(unfinished);
        }
    }

    private BackupManifest write(DatabaseTool tool, Path unfinished, String schema)
            throws IOException, SQLException, StartException {
        Files.deleteIfExists(unfinished);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(
                        unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly);
                var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
                Connection counting = tool.connect()) {
            Snapshot snapshot = begin(tool, counting);
            zip.putNextEntry(new ZipEntry(BackupFile.STATEMENTS));
            var digest = BackupFile.sha256();
            long bytes = copy(snapshot, zip, digest);
            zip.closeEntry();
            requireComplete(snapshot.dump());
            progress.tell("Counting ...");
            var manifest = new BackupManifest(
                    BackupManifest.FORMAT,
                    program,
                    schema,
                    clock.instant(),
                    bytes,
                    HexFormat.of().formatHex(digest.digest()),
                    DatabaseFacts.of(counting));
            zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
            zip.write(WireJson.write(manifest));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        }
    }

    /** A dump that has begun its snapshot, and all that it writes. */
    private record Snapshot(Process dump, InputStream statements) {}

    private Snapshot begin(DatabaseTool tool, Connection counting) throws IOException, SQLException {
        try (Connection locking = tool.connect();
                Statement lock = locking.createStatement();
                Statement start = counting.createStatement()) {
            lock.execute("set session lock_wait_timeout = " + LOCK_SECONDS);
            lock.execute("lock tables "
                    + DatabaseFacts.tables(counting).stream()
                            .map(name -> "`" + name + "` read")
                            .collect(Collectors.joining(", ")));
            start.execute("set session transaction isolation level repeatable read");
            start.execute("start transaction with consistent snapshot");
            Process dump = tool.dump().start();
            byte[] head = readUntilBegun(dump.getInputStream());
            lock.execute("unlock tables");
            return new Snapshot(dump, new SequenceInputStream(new ByteArrayInputStream(head), dump.getInputStream()));
        }
    }

    /** The first table is described right after the snapshot has begun. */
    private static byte[] readUntilBegun(InputStream statements) throws IOException {
        byte[] head = new byte[BUFFER];
        int length = 0;
        while (length < head.length && indexOf(head, length) < 0) {
            int read = statements.read(head, length, head.length - length);
            if (read < 0) {
                break; // whoever waits for its end tells why
            }
            length += read;
        }
        return Arrays.copyOf(head, length);
    }

    private static int indexOf(byte[] head, int length) {
        return new String(head, 0, length, StandardCharsets.ISO_8859_1)
                .indexOf(new String(BEGUN, StandardCharsets.ISO_8859_1));
    }

    private long copy(Snapshot snapshot, ZipOutputStream zip, MessageDigest digest) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        long told = System.nanoTime();
        InputStream statements = snapshot.statements();
        for (int read = statements.read(buffer); read >= 0; read = statements.read(buffer)) {
            zip.write(buffer, 0, read);
            digest.update(buffer, 0, read);
            bytes += read;
            if (System.nanoTime() - told > TELL_EVERY_NANOS) {
                told = System.nanoTime();
                progress.tell(bytes / MEGABYTE + " MB ...");
            }
        }
        return bytes;
    }

    private static void requireComplete(Process dump) throws IOException, StartException {
        String said = new String(dump.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (dump.onExit().join().exitValue() != 0) {
            String last = said.substring(Math.max(0, said.length() - TAIL));
            throw new StartException("The backup was not made: mariadb-dump says \"" + last + "\"");
        }
    }

    private static void deleteQuietly(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            System.getLogger(Backup.class.getName())
                    .log(System.Logger.Level.WARNING, "what is unfinished stays: " + unfinished, e);
        }
    }
}
