package org.tillwright.register.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sales that were parked at this register, and those that it took from elsewhere. Parking takes the draft of the sale in
 * progress away and resuming makes one, each in one synced commit: a sale is never in both places, and never in none.
 *
 * <p>Any thread may call it.
 */
public final class ParkedSales {

    /** How long it is remembered that a sale was resumed here, after its time was over. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private static final String COLUMNS = "select parked_sale_id, body, state, claim_id from parked_sale ";

    private final Object lock;
    private final JournalSql sql;

    /**
     * @param lock held for each call: the connection is the journal's own
     */
    ParkedSales(Object lock, JournalSql sql) {
        this.lock = lock;
        this.sql = sql;
    }

    /** Where a parked sale stands. */
    public enum State {
        /** Free, and the server has not heard of it. */
        WAITING,
        /** Free, and the server has it too. */
        TOLD,
        /** Free, and the server does not take it: only this register can go on with it. */
        KEPT,
        /** Somebody went on with it. */
        RESUMED
    }

    /**
     * One of them.
     *
     * @param body what the server is told; null for one that was taken from elsewhere
     * @param claimId the sale that went on with it here; null while it is free
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Parked(UUID id, byte @Nullable [] body, State state, @Nullable UUID claimId) {}

    /** Parks the sale in progress, whose draft goes. */
    public void park(UUID id, byte[] body, Instant parkedAt, Instant expiresAt) throws JournalException {
        synchronized (lock) {
            sql.inTransaction(() -> {
                insert(id, body, parkedAt, expiresAt);
                sql.execute("delete from draft");
            });
        }
    }

    /** Parks a sale beside the one in progress, which stays. */
    public void keep(UUID id, byte[] body, Instant parkedAt, Instant expiresAt) throws JournalException {
        synchronized (lock) {
            sql.inTransaction(() -> insert(id, body, parkedAt, expiresAt));
        }
    }

    private void insert(UUID id, byte[] body, Instant parkedAt, Instant expiresAt) throws SQLException {
        sql.execute(
                "insert into parked_sale (parked_sale_id, body, state, parked_at, expires_at)"
                        + " values (?, ?, 'WAITING', ?, ?)",
                id.toString(),
                body,
                parkedAt.toString(),
                expiresAt.toString());
    }

    /** Those that nobody went on with, the newest first. */
    public List<Parked> free() throws JournalException {
        return read("where state <> 'RESUMED' order by parked_at desc");
    }

    public Optional<Parked> find(UUID id) throws JournalException {
        return read("where parked_sale_id = ?", id.toString()).stream().findFirst();
    }

    /**
     * Goes on with a parked sale: it is taken here, and the sale in progress has its draft.
     *
     * @param isClaimed whether the server has given it to this register; otherwise it is told later
     */
    public void resume(UUID id, UUID transactionId, byte[] draft, Instant now, boolean isClaimed)
            throws JournalException {
        synchronized (lock) {
            sql.inTransaction(() -> {
                int known = sql.execute(
                        "update parked_sale set owed = case when state = 'TOLD' and ? = 0 then 1 else 0 end,"
                                + " state = 'RESUMED', claim_id = ? where parked_sale_id = ?",
                        isClaimed ? 1 : 0,
                        transactionId.toString(),
                        id.toString());
                if (known == 0) {
                    sql.execute(
                            "insert into parked_sale (parked_sale_id, state, claim_id, parked_at, expires_at)"
                                    + " values (?, 'RESUMED', ?, ?, ?)",
                            id.toString(),
                            transactionId.toString(),
                            now.toString(),
                            now.toString());
                }
                sql.execute(
                        "insert or replace into draft (slot, transaction_id, body) values (1, ?, ?)",
                        transactionId.toString(),
                        draft);
            });
        }
    }

    /** Another register went on with it. */
    public void takenElsewhere(UUID id) throws JournalException {
        change("update parked_sale set state = 'RESUMED', owed = 0 where parked_sale_id = ?", id.toString());
    }

    /** The oldest one that the server has to hear of. */
    public Optional<Parked> oldestWaiting() throws JournalException {
        return read("where state = 'WAITING' order by parked_at limit 1").stream()
                .findFirst();
    }

    /** The server has it. Where somebody went on with it here meanwhile, the server has to hear that too. */
    public void told(UUID id) throws JournalException {
        change(
                "update parked_sale set owed = case when state = 'RESUMED' then 1 else 0 end,"
                        + " state = case when state = 'WAITING' then 'TOLD' else state end where parked_sale_id = ?",
                id.toString());
    }

    /** The server does not take it, and nobody has to hear what becomes of it. */
    public void refused(UUID id) throws JournalException {
        change(
                "update parked_sale set state = case when state = 'WAITING' then 'KEPT' else state end, owed = 0"
                        + " where parked_sale_id = ?",
                id.toString());
    }

    /** One that was resumed here and of which the server does not know that. */
    public Optional<Parked> oldestOwed() throws JournalException {
        return read("where state = 'RESUMED' and owed = 1 order by parked_at limit 1").stream()
                .findFirst();
    }

    /** The server knows that it was resumed here. */
    public void settled(UUID id) throws JournalException {
        change("update parked_sale set owed = 0 where parked_sale_id = ?", id.toString());
    }

    /** Forgets those whose time is over, and returns the ones that the server never heard of: nobody else records them. */
    public List<Parked> expire(Instant now) throws JournalException {
        synchronized (lock) {
            List<Parked> unheard = read("where state in ('WAITING', 'KEPT') and expires_at <= ?", now.toString());
            sql.inTransaction(() -> {
                sql.execute("delete from parked_sale where state <> 'RESUMED' and expires_at <= ?", now.toString());
                sql.execute(
                        "delete from parked_sale where state = 'RESUMED' and expires_at <= ?",
                        now.minus(MEMORY).toString());
            });
            return unheard;
        }
    }

    private void change(String statement, String id) throws JournalException {
        sql.fromLane(lock, () -> sql.execute(statement, id));
    }

    private List<Parked> read(String where, Object... arguments) throws JournalException {
        synchronized (lock) {
            try (PreparedStatement statement = sql.prepare(COLUMNS + where, arguments);
                    ResultSet rows = statement.executeQuery()) {
                List<Parked> found = new ArrayList<>();
                while (rows.next()) {
                    String claim = rows.getString(4);
                    found.add(new Parked(
                            UUID.fromString(rows.getString(1)),
                            rows.getBytes(2),
                            State.valueOf(rows.getString(3)),
                            claim == null ? null : UUID.fromString(claim)));
                }
                return List.copyOf(found);
            } catch (SQLException e) {
                throw JournalErrors.of(e);
            }
        }
    }
}
