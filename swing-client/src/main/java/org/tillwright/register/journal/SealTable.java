package org.tillwright.register.journal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.KeyChangedMessage;
import org.tillwright.wire.seal.RecordSeal;

/**
 * The seals beside the records: each is written in the same commit as its record. Whoever calls has locked the journal.
 *
 * <p>A chain that goes on from records that are not on this disk (it was emptied, or put back) has a start of its own.
 */
final class SealTable {

    private static final Logger LOG = System.getLogger(SealTable.class.getName());

    /** Up to this number a file from before the seals has records without one. */
    private static final String UNSEALED_TO = "unsealed-to";

    /** Records that are sealed in one commit when a file from before the seals is opened. */
    private static final int PAGE = 100;

    private static final String HEADS =
            "select sequence, head from seal union all select sequence, head from chain_start";

    private final JournalSql sql;
    private @Nullable Sealer sealer;
    private ChainHead newest;

    /** Of the newest seal; null when the chain goes on from a record that is not on this disk, or has not begun. */
    private @Nullable String newestKey;

    private SealTable(JournalSql sql, ChainHead newest, @Nullable String newestKey) {
        this.sql = sql;
        this.newest = newest;
        this.newestKey = newestKey;
    }

    static SealTable open(JournalSql sql) throws SQLException {
        ChainHead newest = headAt(sql, Long.MAX_VALUE);
        return new SealTable(sql, newest, keyOf(sql, newest.sequence()));
    }

    private static @Nullable String keyOf(JournalSql sql, long sequence) throws SQLException {
        try (PreparedStatement statement = sql.prepare("select key_id from seal where sequence = ?", sequence);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** One record's seal, on its way to the disk. */
    record Sealed(long sequence, RecordSeal seal, String head) {

        ChainHead chainHead() {
            return new ChainHead(sequence, head);
        }
    }

    /** Seals with this from now on. */
    void use(Sealer next) {
        sealer = next;
    }

    ChainHead newest() {
        return newest;
    }

    /** What the next record must tell, when another key than that of the record before will seal it. */
    Optional<KeyChangedMessage> keyChange(String storeId, Instant now) {
        Sealer next = requireSealer();
        if (newest.sequence() == 0 || next.keyId().equals(newestKey)) {
            return Optional.empty();
        }
        String publicKey = Base64.getEncoder().encodeToString(next.encodedKey());
        return Optional.of(new KeyChangedMessage(
                storeId, newestKey, next.keyId(), publicKey, KeyChangedMessage.Reason.LOST.name(), now));
    }

    /**
     * Writes down, in the caller's transaction, that the chain goes on from a record that the server has and this disk lacks.
     *
     * @return what to do once it is on disk
     */
    Runnable goOnFrom(ChainHead known) throws SQLException {
        if (known.sequence() <= newest.sequence()) {
            return () -> {};
        }
        sql.execute(
                "insert or replace into chain_start (sequence, head) values (?, ?)", known.sequence(), known.head());
        return () -> {
            newest = known;
            newestKey = null;
        };
    }

    ChainHead headAt(long sequence) throws SQLException {
        return headAt(sql, sequence);
    }

    private static ChainHead headAt(JournalSql sql, long sequence) throws SQLException {
        String query = "select sequence, head from (" + HEADS + ") where sequence <= ? order by sequence desc limit 1";
        try (PreparedStatement statement = sql.prepare(query, sequence);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? new ChainHead(rows.getLong(1), rows.getString(2)) : ChainHead.START;
        }
    }

    /** The seal of the record that comes next. */
    Sealed plan(String workstationId, long sequence, byte[] body) {
        return plan(workstationId, sequence, body, newest);
    }

    private Sealed plan(String workstationId, long sequence, byte[] body, ChainHead before) {
        RecordSeal seal = requireSealer().seal(workstationId, sequence, before.head(), body);
        return new Sealed(sequence, seal, seal.head(workstationId, sequence, body));
    }

    /** Writes a seal, in the transaction that writes its record. */
    void write(Sealed sealed) throws SQLException {
        RecordSeal seal = sealed.seal();
        sql.execute(
                "insert into seal (sequence, key_id, previous, head, signature) values (?, ?, ?, ?, ?)",
                sealed.sequence(),
                seal.keyId(),
                seal.previous(),
                sealed.head(),
                seal.signature());
        sql.execute(
                "insert or ignore into journal_key (key_id, public_key, from_sequence) values (?, ?, ?)",
                seal.keyId(),
                requireSealer().encodedKey(),
                sealed.sequence());
    }

    /** The transaction of {@link #write} is done. */
    void written(Sealed sealed) {
        newest = sealed.chainHead();
        newestKey = sealed.seal().keyId();
    }

    private Sealer requireSealer() {
        Sealer now = sealer;
        if (now == null) {
            throw new IllegalStateException("nothing is recorded before the journal was given the register's key");
        }
        return now;
    }

    /**
     * Seals the records of a file from before the seals, a page in each commit, so that it goes on where it was when the power goes.
     * Records that were written since then and have no seal get none: they are not this program's.
     */
    void sealEarlier(@Nullable RegisterIdentity who) throws SQLException, JournalException {
        Optional<String> unsealedTo = sql.meta(UNSEALED_TO);
        if (unsealedTo.isEmpty() || who == null) {
            return;
        }
        long last = Long.parseLong(unsealedTo.get());
        LOG.log(Level.INFO, "sealing the records up to {0} that an earlier program wrote", Long.toString(last));
        List<StoredRecord> page = page(last);
        while (!page.isEmpty()) {
            sealPage(page, who.workstationId());
            page = page(last);
        }
        sql.inTransaction(() -> sql.execute("delete from meta where key = ?", UNSEALED_TO));
    }

    private List<StoredRecord> page(long last) throws SQLException {
        return JournalRows.read(
                sql, "where sequence > ? and sequence <= ? order by sequence limit ?", newest.sequence(), last, PAGE);
    }

    private void sealPage(List<StoredRecord> page, String workstationId) throws JournalException {
        ChainHead[] head = {newest};
        sql.inTransaction(() -> {
            for (StoredRecord record : page) {
                Sealed sealed = plan(workstationId, record.sequence(), record.body(), head[0]);
                write(sealed);
                head[0] = sealed.chainHead();
            }
        });
        newest = head[0];
        newestKey = requireSealer().keyId();
    }

    /** The newest record if it is not as it was sealed: somebody else wrote on this disk. */
    OptionalLong changed(@Nullable RegisterIdentity who) throws SQLException {
        List<StoredRecord> last = JournalRows.read(sql, "order by sequence desc limit 1");
        if (last.isEmpty() || who == null) {
            return OptionalLong.empty();
        }
        StoredRecord record = last.get(0);
        return holds(record, who.workstationId()) ? OptionalLong.empty() : OptionalLong.of(record.sequence());
    }

    private boolean holds(StoredRecord record, String workstationId) throws SQLException {
        Optional<RecordSeal> seal = Optional.ofNullable(record.sealLine()).flatMap(RecordSeal::read);
        if (seal.isEmpty()) {
            return false;
        }
        Optional<PublicKey> key = key(seal.get().keyId());
        return key.isPresent()
                && seal.get().holds(workstationId, record.sequence(), record.body(), key.get())
                && headAt(record.sequence())
                        .head()
                        .equals(seal.get().head(workstationId, record.sequence(), record.body()));
    }

    private Optional<PublicKey> key(String keyId) throws SQLException {
        try (PreparedStatement statement = sql.prepare("select public_key from journal_key where key_id = ?", keyId);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(read(rows.getBytes(1))) : Optional.empty();
        } catch (GeneralSecurityException e) {
            LOG.log(Level.ERROR, "the journal's key " + keyId + " cannot be read", e);
            return Optional.empty();
        }
    }

    private static PublicKey read(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
