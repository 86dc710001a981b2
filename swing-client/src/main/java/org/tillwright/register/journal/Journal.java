package org.tillwright.register.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.tally.Addition;
import org.tillwright.register.tally.TillSums;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.KeyChangedMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/**
 * The register's journal: numbered records, and which of them the server has not answered for. When {@link #append}
 * returns, the record is on disk and synced; from then on it is a fact.
 *
 * <p>Any thread may call it; calls wait for each other, and each is one short transaction.
 */
public final class Journal implements AutoCloseable {

    /** Below this much free disk the register warns; a day's sales of a busy register take about a tenth of it. */
    public static final long LOW_SPACE_BYTES = 64L * 1024 * 1024;

    private static final String NOTE = "note.";

    private final Path file;
    private final Clock clock;
    private final JournalLock lock;
    private final JournalSql sql;
    private final ParkedSales parked;
    private final KitchenTickets kitchen;
    private final CardTable cards;
    private final DraftTable drafts;
    private final Resending resending;
    private final WaitingRecords waiting;
    private final RecordTable records;
    private final SealTable seals;
    private final SumsTable sums;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long nextSequence;
    private @Nullable RegisterIdentity identity;
    private OptionalLong changed = OptionalLong.empty();

    private Journal(Path file, Clock clock, JournalLock lock, JournalSql sql) throws SQLException, JournalException {
        this.file = file;
        this.clock = clock;
        this.lock = lock;
        this.sql = sql;
        this.parked = new ParkedSales(this, sql);
        this.kitchen = new KitchenTickets(this, sql);
        this.cards = new CardTable(this, sql);
        this.drafts = new DraftTable(this, sql);
        this.resending = new Resending(this, sql);
        this.waiting = new WaitingRecords(this, sql, clock);
        this.records = new RecordTable(sql);
        this.seals = SealTable.open(sql);
        this.nextSequence = Long.parseLong(sql.meta("next-sequence").orElse("1"));
        this.identity = JournalRows.identity(sql);
        this.sums = SumsTable.open(sql);
    }

    /** Opens a register's journal, or makes one, and seals with the register's key from now on. */
    public static Journal open(Path file, Clock clock, Sealer sealer) throws JournalException {
        Journal journal = open(file, clock);
        try {
            journal.sealWith(sealer);
            return journal;
        } catch (JournalException e) {
            journal.close();
            throw e;
        }
    }

    /**
     * Opens a register's journal, or makes one. Only one program at a time can have it. Before it is {@linkplain #sealWith given
     * the register's key} it can be read, and records nothing.
     */
    public static Journal open(Path file, Clock clock) throws JournalException {
        JournalLock lock = JournalLock.take(file);
        try {
            return new Journal(file, clock, lock, JournalSql.own(file));
        } catch (SQLException e) {
            lock.close();
            throw JournalErrors.of(e);
        } catch (JournalException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Seals with this key from now on. In a file from before records were sealed, all of them are sealed first, which takes about a
     * second for every thousand.
     */
    public synchronized void sealWith(Sealer sealer) throws JournalException {
        try {
            seals.use(sealer);
            seals.sealEarlier(identity);
            changed = seals.changed(identity);
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /** The newest record of the file as it was opened, if it is not as it was sealed: somebody else wrote on this disk. */
    public synchronized OptionalLong changedRecord() {
        return changed;
    }

    /** Where the chain of sealed records stands. */
    public synchronized ChainHead head() {
        return seals.newest();
    }

    /** Where it stood when this record was the newest. */
    public synchronized ChainHead headAt(long sequence) throws JournalException {
        try {
            return seals.headAt(sequence);
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /**
     * Writes one record, its seal, its outbox row, and what it does to the draft, in one synced commit.
     *
     * @return the record as the server will get it
     * @throws JournalException if it is not on disk; then nothing happened, and no drawer may open
     */
    public JournalRecord append(RecordKind kind, SellingRule rule, Record message) throws JournalException {
        return append(kind, rule, message, sql::inTransaction);
    }

    /**
     * Writes one record for a device's lane, which must not make a sale wait for the disk: the record is as good as appended to
     * everybody here, and on disk after {@link #sync}.
     */
    public JournalRecord appendSoon(RecordKind kind, SellingRule rule, Record message) throws JournalException {
        return append(kind, rule, message, sql::unsynced);
    }

    /** Returns when all that was written before is on disk. Must not be called with this journal locked. */
    public void sync() throws JournalException {
        sql.sync();
    }

    /** Calls {@code listener} after each record, on the thread that wrote it; it must not wait. */
    public void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    private JournalRecord append(RecordKind kind, SellingRule rule, Record message, JournalSql.Commit commit)
            throws JournalException {
        JournalRecord record = write(kind, rule, message, commit);
        listeners.forEach(Runnable::run);
        return record;
    }

    private synchronized JournalRecord write(
            RecordKind kind, SellingRule rule, Record message, JournalSql.Commit commit) throws JournalException {
        RegisterIdentity writer = identity;
        if (writer == null) {
            throw new IllegalStateException("a register that is not enrolled has nothing to record");
        }
        Optional<KeyChangedMessage> keyChange = seals.keyChange(writer.storeId(), clock.instant());
        if (keyChange.isPresent()) {
            write(writer, RecordKind.KEY_CHANGED, rule, keyChange.get(), commit);
        }
        return write(writer, kind, rule, message, commit);
    }

    private JournalRecord write(
            RegisterIdentity writer, RecordKind kind, SellingRule rule, Record message, JournalSql.Commit commit)
            throws JournalException {
        JournalRecord record;
        byte[] body;
        try {
            record = JournalRecord.of(
                    writer.workstationId(), nextSequence, kind, rule.priceBookVersion(), rule.taxPolicy(), message);
            body = WireJson.write(record);
        } catch (MalformedMessageException e) {
            throw new JournalException(JournalException.Reason.TOO_LARGE, kind + ": " + e.getMessage(), e);
        }
        List<Addition> additions = sums.plan(kind, nextSequence, message);
        SealTable.Sealed sealed = seals.plan(writer.workstationId(), nextSequence, body);
        commit.of(() -> {
            records.insert(record, body, message, clock.instant());
            seals.write(sealed);
            sums.write(record.sequence(), additions);
        });
        seals.written(sealed);
        sums.written(additions);
        nextSequence++;
        return record;
    }

    /** What the records come to, by till; always as the file is. */
    public TillSums sums() {
        return sums.sums();
    }

    /** How many records could not be read when the sums were made from them; 0 but for a damaged file. */
    public long unreadableCount() {
        return sums.unreadable();
    }

    /** The records that the server has not answered for, several at a time. */
    public WaitingRecords waiting() {
        return waiting;
    }

    public synchronized long waitingCount() throws JournalException {
        return sql.count("select count(*) from outbox");
    }

    /** Puts a quarantined record back into the outbox: a manager had its cause removed. */
    public synchronized void release(long sequence) throws JournalException {
        sql.inTransaction(() -> {
            sql.execute("insert into outbox (sequence) select sequence from quarantine where sequence = ?", sequence);
            sql.execute("delete from quarantine where sequence = ?", sequence);
        });
    }

    public synchronized long quarantinedCount() throws JournalException {
        return sql.count("select count(*) from quarantine");
    }

    /** Every quarantined record with the server's reason, oldest first. */
    public synchronized List<Quarantined> quarantined() throws JournalException {
        try {
            return JournalRows.quarantined(sql);
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /** Records that a server lost and that wait again. */
    public Resending resending() {
        return resending;
    }

    /**
     * Writes down, in the caller's transaction, that numbers up to this one are taken.
     *
     * @param known where the server has the chain of sealed records
     * @return what to do once it is on disk
     */
    Runnable raise(long highest, ChainHead known) throws SQLException {
        long next = Math.max(nextSequence, highest + 1);
        sql.setMeta("next-sequence", Long.toString(next));
        Runnable chained = seals.goOnFrom(known);
        return () -> {
            nextSequence = next;
            chained.run();
        };
    }

    /** True if a sale or voided sale of this id is in the journal. */
    public synchronized boolean hasTransaction(UUID transactionId) throws JournalException {
        return sql.count("select count(*) from record where transaction_id = ?", transactionId.toString()) > 0;
    }

    public synchronized Optional<StoredRecord> find(long sequence) throws JournalException {
        return read("where sequence = ?", sequence).stream().findFirst();
    }

    /** The newest record of a kind. */
    public synchronized Optional<StoredRecord> newest(RecordKind kind) throws JournalException {
        return read("where sequence = (select max(sequence) from record where kind = ?)", kind.name()).stream()
                .findFirst();
    }

    /** The records of a kind from a sequence on, oldest first. */
    public synchronized List<StoredRecord> since(long sequence, RecordKind kind) throws JournalException {
        return read("where sequence >= ? and kind = ? order by sequence", sequence, kind.name());
    }

    /** The draft of the sale in progress. */
    public DraftTable drafts() {
        return drafts;
    }

    /** The sales that were parked at this register, or taken by it. */
    public ParkedSales parked() {
        return parked;
    }

    /** What the kitchen was told, and the tickets that tell it. */
    public KitchenTickets kitchen() {
        return kitchen;
    }

    /** What card terminals were asked for, and what they moved. */
    public CardTable cards() {
        return cards;
    }

    /** What a fiscal device answered. */
    public FiscalTable fiscal() {
        return new FiscalTable(this, sql);
    }

    /** Reads one of the register's notes to itself. */
    public synchronized Optional<String> note(String key) throws JournalException {
        try {
            return sql.meta(NOTE + key);
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /** Keeps a note to itself under a key, in place of the one before. */
    public synchronized void note(String key, String value) throws JournalException {
        sql.inTransaction(() -> sql.setMeta(NOTE + key, value));
    }

    /** Keeps a note that a killed program leaves, and a power cut may take back to the one before; nobody waits for the disk. */
    public synchronized void jot(String key, String value) throws JournalException {
        sql.unsynced(() -> sql.setMeta(NOTE + key, value));
    }

    public synchronized Optional<RegisterIdentity> identity() {
        return Optional.ofNullable(identity);
    }

    /** The sequence that the next record will have. */
    public synchronized long nextSequence() {
        return nextSequence;
    }

    /**
     * Writes down who this register is. Its numbers and its chain go on where the server knows they ended, or where this journal
     * does when it is further; a journal with records of one workstation never becomes another's.
     */
    public synchronized void enrolled(RegisterIdentity who, long serverNextSequence, ChainHead known)
            throws JournalException {
        RegisterIdentity before = identity;
        if (before != null && !before.workstationId().equals(who.workstationId()) && recordCount() > 0) {
            throw new IllegalStateException(
                    "the journal of " + before.workstationId() + " cannot become " + who.workstationId() + "'s");
        }
        List<Runnable> afterwards = new ArrayList<>();
        sql.inTransaction(() -> {
            who.write(sql);
            afterwards.add(raise(serverNextSequence - 1, known));
        });
        identity = who;
        afterwards.forEach(Runnable::run);
    }

    /** Writes down who this register is, at a server that has no sealed record of it. */
    public void enrolled(RegisterIdentity who, long serverNextSequence) throws JournalException {
        enrolled(who, serverNextSequence, ChainHead.START);
    }

    /** The server knows a Z report of this number: the next one goes on from there, also in a new journal. */
    public synchronized void goOnFromZ(long newest) throws JournalException {
        sums.goOnFromZ(newest);
    }

    public synchronized long recordCount() throws JournalException {
        return sql.count("select count(*) from record");
    }

    Path file() {
        return file;
    }

    /** True when the disk is nearly full and someone should make room before it is. */
    public boolean isSpaceLow() {
        return file.toFile().getUsableSpace() < LOW_SPACE_BYTES;
    }

    @Override
    public synchronized void close() throws JournalException {
        try {
            sql.close();
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        } finally {
            lock.close();
        }
    }

    synchronized List<StoredRecord> read(String where, Object... arguments) throws JournalException {
        try {
            return JournalRows.read(sql, where, arguments);
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }
}
