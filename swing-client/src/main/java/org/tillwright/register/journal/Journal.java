package org.tillwright.register.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.tally.Addition;
import org.tillwright.register.tally.TillSums;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleVoidedMessage;
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
    private static final String SERVER_EPOCH = "server-epoch";

    private final Path file;
    private final Clock clock;
    private final JournalLock lock;
    private final JournalSql sql;
    private final ParkedSales parked;
    private final KitchenTickets kitchen;
    private final CardTable cards;
    private final Resending resending;
    private final WaitingRecords waiting;
    private final SumsTable sums;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long nextSequence;
    private @Nullable RegisterIdentity identity;

    private Journal(Path file, Clock clock, JournalLock lock, JournalSql sql) throws SQLException, JournalException {
        this.file = file;
        this.clock = clock;
        this.lock = lock;
        this.sql = sql;
        this.parked = new ParkedSales(this, sql);
        this.kitchen = new KitchenTickets(this, sql);
        this.cards = new CardTable(this, sql);
        this.resending = new Resending(sql);
        this.waiting = new WaitingRecords(this, sql, clock);
        this.nextSequence = Long.parseLong(sql.meta("next-sequence").orElse("1"));
        this.identity = JournalRows.identity(sql);
        this.sums = SumsTable.open(sql);
    }

    /** Opens a register's journal, or makes one. Only one program at a time can have it. */
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
     * Writes one record, its outbox row, and what it does to the draft, in one synced commit.
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
        commit.of(() -> {
            insert(record, body, transactionOf(message));
            sums.write(record.sequence(), additions);
        });
        sums.written(additions);
        nextSequence++;
        return record;
    }

    private void insert(JournalRecord record, byte[] body, @Nullable UUID transactionId) throws SQLException {
        sql.execute(
                "insert into record (sequence, kind, transaction_id, body, made_at) values (?, ?, ?, ?, ?)",
                record.sequence(),
                record.kind(),
                transactionId == null ? null : transactionId.toString(),
                body,
                clock.instant().toString());
        sql.execute("insert into outbox (sequence) values (?)", record.sequence());
        sql.setMeta("next-sequence", Long.toString(record.sequence() + 1));
        if (transactionId != null) {
            sql.execute("delete from draft");
        }
    }

    private static @Nullable UUID transactionOf(Record message) {
        if (message instanceof SaleMessage sale) {
            return sale.transactionId();
        }
        return message instanceof SaleVoidedMessage voided ? voided.transactionId() : null;
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

    /** The oldest record that the server has not answered for. */
    public synchronized Optional<StoredRecord> oldestWaiting() throws JournalException {
        return read("where sequence = (select min(sequence) from outbox)").stream()
                .findFirst();
    }

    public synchronized long waitingCount() throws JournalException {
        return sql.count("select count(*) from outbox");
    }

    /** The server has this record; if a power cut takes this note, it gets the record again and knows it. */
    public synchronized void delivered(long sequence) throws JournalException {
        sql.unsynced(() -> sql.execute("delete from outbox where sequence = ?", sequence));
    }

    /** The server refused this record for good; it is kept here with the reason, and the next one gets its turn. */
    public void quarantine(long sequence, Problem problem) throws JournalException {
        sql.fromLane(this, () -> {
            sql.execute("delete from outbox where sequence = ?", sequence);
            sql.execute(
                    "insert or replace into quarantine (sequence, problem, quarantined_at) values (?, ?, ?)",
                    sequence,
                    WireJson.write(problem),
                    clock.instant().toString());
        });
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

    /** The life of the server's database that has all that is not in the outbox; empty before the first was seen. */
    public synchronized Optional<UUID> serverEpoch() throws JournalException {
        return note(SERVER_EPOCH).map(UUID::fromString);
    }

    /**
     * Brings the outbox into line with what the server has: whatever it lacks waits again, with the same bytes. After
     * another epoch the quarantined ones do too, because what was refused before may be welcome now. One commit, so a
     * power cut leaves it done or not begun; and it can be done again at any time, since the server takes a record once.
     *
     * @return how many records wait again that did not before
     */
    public synchronized long reconcile(JournalState state) throws JournalException {
        boolean isAnotherLife = !serverEpoch().equals(Optional.of(state.epoch()));
        long next = Math.max(nextSequence, state.highestSequence() + 1);
        long putBack = resending.putBack(state, isAnotherLife, () -> {
            sql.setMeta(NOTE + SERVER_EPOCH, state.epoch().toString());
            sql.setMeta("next-sequence", Long.toString(next));
        });
        nextSequence = next;
        return putBack;
    }

    /** How many records wait because the server was restored and lacks them. */
    public synchronized long resendingCount() throws JournalException {
        return resending.count();
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

    /** Keeps the draft of the sale in progress, so that a crash does not lose it; one of a finished or parked sale is ignored. */
    public void saveDraft(UUID transactionId, byte[] draft) throws JournalException {
        sql.fromLane(
                this,
                () -> sql.execute(
                        "insert or replace into draft (slot, transaction_id, body)"
                                + " select 1, ?, ? where not exists (select 1 from record where transaction_id = ?)"
                                + " and not exists (select 1 from parked_sale where parked_sale_id = ?)",
                        transactionId.toString(),
                        draft,
                        transactionId.toString(),
                        transactionId.toString()));
    }

    public void dropDraft() throws JournalException {
        sql.fromLane(this, () -> sql.execute("delete from draft"));
    }

    public synchronized Optional<byte[]> draft() throws JournalException {
        try {
            return JournalRows.draft(sql);
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
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
     * Writes down who this register is. The sequence goes on where the server knows it ended, or where this journal
     * does when it is further; a journal with records of one workstation never becomes another's.
     */
    public synchronized void enrolled(RegisterIdentity who, long serverNextSequence) throws JournalException {
        RegisterIdentity before = identity;
        if (before != null && !before.workstationId().equals(who.workstationId()) && recordCount() > 0) {
            throw new IllegalStateException(
                    "the journal of " + before.workstationId() + " cannot become " + who.workstationId() + "'s");
        }
        long next = Math.max(nextSequence, serverNextSequence);
        sql.inTransaction(() -> {
            who.write(sql);
            sql.setMeta("next-sequence", Long.toString(next));
        });
        identity = who;
        nextSequence = next;
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

    /** A record the server refused for good. */
    public record Quarantined(long sequence, String kind, Problem problem, Instant quarantinedAt) {}
}
