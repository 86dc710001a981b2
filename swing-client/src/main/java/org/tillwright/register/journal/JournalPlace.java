package org.tillwright.register.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.tillwright.register.journal.JournalException.Reason;

/**
 * Where a journal may lie. SQLite keeps its log beside the name that it was opened by, and its locks count on one machine only; so
 * a file with two names, or on a network drive, could be written by two programs that do not see each other.
 */
final class JournalPlace {

    private static final Set<String> NETWORK = Set.of(
            "nfs",
            "nfs3",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "afs",
            "ncpfs",
            "fuse.sshfs",
            "davfs",
            "fuse.davfs2",
            "webdav",
            "afpfs");

    /** What Linux tells of mounted file systems: the fifth word of each line is where. */
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

    private static final int MOUNT_POINT = 4;

    private JournalPlace() {}

    /** @throws JournalException if two programs could have the journal there */
    static void require(Path journal) throws JournalException {
        try {
            Path directory =
                    Objects.requireNonNull(journal.toAbsolutePath().getParent()).toRealPath();
            if (isNetwork(Files.getFileStore(directory).type())
                    || directory.toString().startsWith("\\\\")) {
                throw new JournalException(Reason.NETWORK_DRIVE, directory + " is on a network drive", null);
            }
            if (Files.exists(journal)) {
                requireOneName(journal);
            }
        } catch (IOException e) {
            throw new JournalException(Reason.DAMAGED, "cannot look at " + journal + ": " + e.getMessage(), e);
        }
    }

    static boolean isNetwork(String fileSystem) {
        return NETWORK.contains(fileSystem.toLowerCase(Locale.ROOT));
    }

    private static void requireOneName(Path journal) throws IOException, JournalException {
        if (Files.isSymbolicLink(journal)) {
            throw new JournalException(Reason.SECOND_NAME, journal + " is a link", null);
        }
        boolean isUnix = journal.getFileSystem().supportedFileAttributeViews().contains("unix");
        if (isUnix && (int) Files.getAttribute(journal, "unix:nlink") > 1) {
            throw new JournalException(Reason.SECOND_NAME, journal + " has a second name", null);
        }
        if (Files.isReadable(MOUNTS) && isMounted(journal.toRealPath(), Files.readAllLines(MOUNTS))) {
            throw new JournalException(Reason.SECOND_NAME, journal + " is mounted by itself", null);
        }
    }

    /** Whether a file was brought here alone, without the files beside it that keep others out. */
    static boolean isMounted(Path file, List<String> mounts) {
        return mounts.stream()
                .map(line -> line.split(" ", MOUNT_POINT + 2))
                .flatMap(words -> words.length > MOUNT_POINT ? Stream.of(words[MOUNT_POINT]) : Stream.empty())
                .anyMatch(point -> plain(point).equals(file.toString()));
    }

    /** Blanks and the like stand there as octal numbers. */
    private static String plain(String point) {
        return point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }
}
