package org.tillwright.register.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tillwright.register.journal.JournalException.Reason;

/**
 * Keeps a second register program from a journal. SQLite would let two in, and both would give out the same numbers.
 * The operating system frees the lock when the program dies, however it dies.
 */
final class JournalLock implements AutoCloseable {

    private static final Logger LOG = System.getLogger(JournalLock.class.getName());

    private final FileChannel channel;
    private final FileLock lock;

    private JournalLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static JournalLock take(Path journal) throws JournalException {
        Path file = journal.resolveSibling(journal.getFileName() + ".lock");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JournalPlace.require(journal);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new JournalException(Reason.IN_USE, "another program holds " + file, null);
            }
            return new JournalLock(channel, lock);
        } catch (IOException e) {
            throw new JournalException(Reason.DAMAGED, "cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very program has it open already
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "the journal's lock file could not be closed", e);
        }
    }
}
