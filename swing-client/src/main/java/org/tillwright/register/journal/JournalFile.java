package org.tillwright.register.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.tillwright.register.journal.JournalException.Reason;
import org.tillwright.wire.seal.RecordSeal;

/** A journal's file, read and never written: for whoever looks at it, also while its register sells. */
public final class JournalFile implements AutoCloseable {

    private static final int FIRST_SEALED_VERSION = 6;

    /** Stands where a seal should be and is none. */
    private static final String UNREADABLE = "unreadable";

    private final Connection connection;

    private JournalFile(Connection connection) {
        this.connection = connection;
    }

    /** A public key, and the first record that it sealed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Key(String keyId, byte[] encoded, long fromSequence) {}

    /** A record and the line of its seal; the line is empty when it has none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Entry(long sequence, String sealLine, byte[] body) {}

    /** Does something with each record; may end it all by an exception. */
    public interface Reader<E extends Exception> {

        void read(Entry entry) throws E;
    }

    /**
     * Opens a journal's file to look at it.
     *
     * @throws JournalException if there is none, or it is another program's
     */
    public static JournalFile open(Path file) throws JournalException {
        if (!Files.isRegularFile(file)) {
            throw new JournalException(Reason.UNREADABLE, "There is no journal at " + file + ".", null);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try {
            JournalFile journal = new JournalFile(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
            try {
                journal.connection.setAutoCommit(
                        false); // one look, however long it takes and whatever is sold meanwhile
                journal.requireReadable(file);
                return journal;
            } catch (SQLException | JournalException e) {
                journal.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new JournalException(Reason.DAMAGED, file + " is no journal, or is damaged: " + e.getMessage(), e);
        }
    }

    private void requireReadable(Path file) throws SQLException, JournalException {
        long version = number("pragma user_version");
        if (version > JournalSchema.VERSION) {
            throw new JournalException(
                    Reason.UNREADABLE,
                    file + " is of a newer program (its tables are number " + version + ", this program knows "
                            + JournalSchema.VERSION + "). Use that program.",
                    null);
        }
        if (version < FIRST_SEALED_VERSION) {
            throw new JournalException(
                    Reason.UNREADABLE, file + " has no seals yet: start its register once with this program.", null);
        }
    }

    /** Who the journal is of; empty before the register was enrolled. */
    public String workstationId() throws JournalException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select value from meta where key = 'workstation-id'")) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /** The keys that its records were sealed with, oldest first. */
    public List<Key> keys() throws JournalException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select key_id, public_key, from_sequence from journal_key order by from_sequence")) {
            List<Key> keys = new ArrayList<>();
            while (rows.next()) {
                keys.add(new Key(rows.getString(1), rows.getBytes(2), rows.getLong(3)));
            }
            return List.copyOf(keys);
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /** Where the chain goes on from records that are not on this disk. */
    public List<ChainHead> starts() throws JournalException {
        return heads("select sequence, head from chain_start order by sequence");
    }

    /** Where it stands. */
    public ChainHead head() throws JournalException {
        return heads("select sequence, head from seal order by sequence desc limit 1").stream()
                .findFirst()
                .orElse(ChainHead.START);
    }

    private List<ChainHead> heads(String query) throws JournalException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<ChainHead> heads = new ArrayList<>();
            while (rows.next()) {
                heads.add(new ChainHead(rows.getLong(1), rows.getString(2)));
            }
            return List.copyOf(heads);
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /** Goes through all records, in order, with one of them in memory. */
    public <E extends Exception> void each(Reader<E> reader) throws JournalException, E {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sequence, key_id, previous, signature, body"
                        + " from record left join seal using (sequence) order by sequence")) {
            while (rows.next()) {
                reader.read(new Entry(rows.getLong(1), sealLine(rows), rows.getBytes(5)));
            }
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    private static String sealLine(ResultSet rows) throws SQLException {
        String keyId = rows.getString(2);
        if (keyId == null) {
            return "";
        }
        try {
            return new RecordSeal(keyId, rows.getString(3), rows.getString(4)).text();
        } catch (IllegalArgumentException e) {
            return UNREADABLE; // somebody wrote something else into the file; whoever checks it says so
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a file that was only read cannot be closed", e);
        }
    }
}
