package org.tillwright.register.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tillwright.register.journal.JournalErrors;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.JournalSchema;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/**
 * The last snapshot on the register's disk, so that a register starts and sells without a server. A file of its own: a
 * hundred thousand items being written must never keep a sale waiting for the journal.
 */
public final class CatalogueStore implements AutoCloseable {

    private static final Logger LOG = System.getLogger(CatalogueStore.class.getName());

    private static final int VERSION = 1;

    private static final List<String> TABLES = List.of(
            // Everything but the items, as the JSON it came in.
            "create table snapshot (slot integer primary key check (slot = 1), header blob not null)",
            // One packed value per item: reading columns one by one takes several times as long.
            "create table item (item_id text primary key, packed blob not null) without rowid");

    private final Connection connection;

    private CatalogueStore(Connection connection) {
        this.connection = connection;
    }

    public static CatalogueStore open(Path file) throws JournalException {
        try {
            Connection connection = JournalSchema.connect(file);
            try {
                JournalSchema.make(connection, VERSION, TABLES);
                return new CatalogueStore(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /**
     * Opens the file and puts what is in it among {@code catalogues}. A damaged file is set aside, because it is only a
     * copy: the server sends everything anew. Without this a register would be dead until someone deleted the file.
     */
    public static CatalogueStore openInto(Catalogues catalogues, Path file) throws JournalException {
        try {
            return opened(catalogues, file);
        } catch (JournalException e) {
            if (e.reason() != JournalException.Reason.DAMAGED || !isSetAside(file)) {
                throw e;
            }
            LOG.log(
                    Level.WARNING,
                    file + " was damaged and set aside; the server is asked for everything: " + e.getMessage());
            return opened(catalogues, file);
        }
    }

    private static CatalogueStore opened(Catalogues catalogues, Path file) throws JournalException {
        CatalogueStore store = open(file);
        try {
            store.load().ifPresent(catalogues::put);
            return store;
        } catch (JournalException e) {
            store.close();
            throw e;
        }
    }

    /** Makes room for a new file; false when there is none to move, or it cannot be moved. */
    private static boolean isSetAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, file + " cannot be set aside: " + e);
            return false;
        }
    }

    /** Reads the snapshot that is on disk; empty before the first one came. */
    public synchronized Optional<Catalogue> load() throws JournalException {
        try (PreparedStatement headers = connection.prepareStatement("select header from snapshot");
                ResultSet header = headers.executeQuery()) {
            if (!header.next()) {
                return Optional.empty();
            }
            SnapshotMessage snapshot = WireJson.read(header.getBytes(1), SnapshotMessage.class);
            Catalogue.Making making = new Catalogue.Making(snapshot, CatalogueItems.NONE);
            read(making::put);
            return Optional.of(making.catalogue());
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        } catch (MalformedMessageException | UncheckedIOException e) {
            throw new JournalException(
                    JournalException.Reason.DAMAGED, "the catalogue on disk cannot be read: " + e.getMessage(), e);
        }
    }

    /** Hands over one item after the other: all of them at once would take more room than the catalogue. */
    private void read(Consumer<SnapshotMessage.Item> items) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select packed from item");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                items.accept(PackedItem.unpack(rows.getBytes(1)));
            }
        }
    }

    /** Puts a snapshot or the changes to one on disk, all of it or nothing. */
    public synchronized void save(SnapshotMessage snapshot) throws JournalException {
        JournalSchema.inTransaction(connection, () -> write(snapshot));
    }

    private void write(SnapshotMessage snapshot) throws SQLException {
        if (snapshot.after() == 0) {
            try (PreparedStatement clear = connection.prepareStatement("delete from item")) {
                clear.execute();
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into item (item_id, packed) values (?, ?)")) {
            for (SnapshotMessage.Item item : snapshot.items()) {
                insert.setString(1, item.itemId());
                insert.setBytes(2, PackedItem.pack(item));
                insert.execute();
            }
        }
        try (PreparedStatement header =
                connection.prepareStatement("insert or replace into snapshot (slot, header) values (1, ?)")) {
            header.setBytes(1, WireJson.write(Catalogue.withoutItems(snapshot)));
            header.execute();
        }
    }

    @Override
    public synchronized void close() throws JournalException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }
}
