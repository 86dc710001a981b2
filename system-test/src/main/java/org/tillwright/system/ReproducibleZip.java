package org.tillwright.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a directory so that the same files give the same bytes, whenever, wherever and in whatever time zone: files in the
 * order of their names, one time for all, and the right to be run kept for those that have it.
 */
final class ReproducibleZip {

    /** A zip's years begin with 1980; for its very first moment the JDK writes the time zone's own time beside it. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int CENTRAL_ENTRY = 0x02014b50;
    private static final int CENTRAL_ENTRY_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int MADE_BY_UNIX = 3;
    private static final int FILE_MODE = 0100644;
    private static final int PROGRAM_MODE = 0100755;

    private ReproducibleZip() {}

    /** Packs what is in {@code directory}, under the directory's own name. */
    static void pack(Path directory, Path zip) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        String top = String.valueOf(directory.getFileName());
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Path file : files) {
                ZipEntry entry = new ZipEntry(
                        top + "/" + directory.relativize(file).toString().replace('\\', '/'));
                entry.setTimeLocal(TIME);
                packed.putNextEntry(entry);
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
        noteRights(zip, files);
    }

    /** The JDK writes no Unix rights, and a start script that cannot be started is none. */
    private static void noteRights(Path zip, List<Path> files) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
        int entry = bytes.getInt(bytes.limit() - END_LENGTH + 16);
        for (Path file : files) {
            if (bytes.getInt(entry) != CENTRAL_ENTRY) {
                throw new IOException(zip + " has no list of its files where it should be");
            }
            bytes.put(entry + 5, (byte) MADE_BY_UNIX);
            bytes.putInt(entry + 38, (Files.isExecutable(file) ? PROGRAM_MODE : FILE_MODE) << 16);
            entry += CENTRAL_ENTRY_LENGTH
                    + Short.toUnsignedInt(bytes.getShort(entry + 28))
                    + Short.toUnsignedInt(bytes.getShort(entry + 30))
                    + Short.toUnsignedInt(bytes.getShort(entry + 32));
        }
        Files.write(zip, bytes.array());
    }
}
