package org.tillwright.register.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose the journal is. Each program that opens it writes a token of its own into it, and looks in each commit whether it is still
 * there. So a program that the lock file did not keep out, because someone deleted it, takes the journal over, and the one before
 * writes nothing more: a number is given out by one of them only.
 */
final class JournalFence {

    private static final String OWNER = "owner";

    private final Path file;
    private final @Nullable Object place;
    private final String token = UUID.randomUUID().toString();

    private JournalFence(Path file) throws SQLException {
        this.file = file;
        this.place = placeOf(file);
    }

    /** Makes the journal this program's, in a synced commit. */
    static JournalFence raise(JournalSql sql, Path file) throws SQLException, JournalException {
        JournalFence fence = new JournalFence(file);
        sql.inTransaction(() -> sql.setMeta(OWNER, fence.token));
        return fence;
    }

    /**
     * Looks whether it still is. Within a transaction: the database lets nobody write after what a transaction read has changed.
     *
     * @throws TakenOverException if another program has the journal, or the file is no longer where it was
     */
    void check(JournalSql sql) throws SQLException {
        if (!Objects.equals(placeOf(file), place)) {
            throw new TakenOverException("another file is at " + file + " now");
        }
        try (PreparedStatement statement = sql.prepare("select value from meta where key = ?", OWNER);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next() || !token.equals(rows.getString(1))) {
                throw new TakenOverException("another program has taken over " + file);
            }
        }
    }

    /** Which file this is, whatever its name; null where the system does not tell, which lets nobody move an open file either. */
    private static @Nullable Object placeOf(Path file) throws SQLException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw new TakenOverException(file + " is gone: " + e.getMessage());
        }
    }

    /** This program must not write any more. */
    static final class TakenOverException extends SQLException {
        private static final long serialVersionUID = 1;

        TakenOverException(String detail) {
            super(detail);
        }
    }
}
