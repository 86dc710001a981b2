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

/**
 * Tickets for the kitchen and what the kitchen was told of each sale. A ticket and the note that it was sent are one synced
 * commit, so that nothing is told twice and nothing is forgotten, wherever the power goes. What a printer did with a ticket is
 * noted before and after: one that was being printed when the program ended may be on paper.
 *
 * <p>Any thread may call it.
 */
public final class KitchenTickets {

    /** How long printed tickets, and what was sent of a sale, are remembered. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private static final String COLUMNS = "select ticket_id, station, body, state from kitchen_ticket ";

    private final Object lock;
    private final JournalSql sql;

    /**
     * @param lock held for each call: the connection is the journal's own
     */
    KitchenTickets(Object lock, JournalSql sql) {
        this.lock = lock;
        this.sql = sql;
    }

    /** Where a ticket stands. */
    public enum State {
        /** Certainly not on paper. */
        WAITING,
        /** A printer had it and nobody knows what became of it: it may be on paper. */
        TRIED,
        /** On paper. */
        PRINTED
    }

    /**
     * One ticket.
     *
     * @param station where it is printed
     * @param body what it says, in words that this class does not read
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Ticket(UUID id, String station, byte[] body, State state) {}

    /**
     * Tells the kitchen something of a sale.
     *
     * @param order everything that it has been told of this sale from now on
     */
    public void send(UUID transactionId, byte[] order, List<Ticket> tickets, Instant now) throws JournalException {
        sql.fromLane(lock, () -> {
            for (Ticket ticket : tickets) {
                sql.execute(
                        "insert into kitchen_ticket (ticket_id, station, body, state, made_at)"
                                + " values (?, ?, ?, 'WAITING', ?)",
                        ticket.id().toString(),
                        ticket.station(),
                        ticket.body(),
                        now.toString());
            }
            sql.execute(
                    "insert or replace into kitchen_order (transaction_id, body, kept_at) values (?, ?, ?)",
                    transactionId.toString(),
                    order,
                    now.toString());
        });
    }

    /** What the kitchen has been told of a sale here; empty for nothing. It is newer than what a draft says. */
    public Optional<byte[]> order(UUID transactionId) throws JournalException {
        synchronized (lock) {
            try (PreparedStatement statement = sql.prepare(
                            "select body from kitchen_order where transaction_id = ?", transactionId.toString());
                    ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            } catch (SQLException e) {
                throw JournalErrors.of(e);
            }
        }
    }

    /** The oldest ticket of a station that is not known to be on paper. */
    public Optional<Ticket> next(String station) throws JournalException {
        return read("where station = ? and state <> 'PRINTED' order by place limit 1", station).stream()
                .findFirst();
    }

    /** The tickets that are not known to be on paper, the oldest first. */
    public List<Ticket> waiting() throws JournalException {
        return read("where state <> 'PRINTED' order by place");
    }

    /** The newest tickets, printed or not. */
    public List<Ticket> newest(int most) throws JournalException {
        return read("order by place desc limit ?", most);
    }

    /** Where a ticket stands now. */
    public void is(UUID ticketId, State state) throws JournalException {
        sql.fromLane(
                lock,
                () -> sql.execute(
                        "update kitchen_ticket set state = ? where ticket_id = ?", state.name(), ticketId.toString()));
    }

    /** Sends a ticket that is not known to be on paper to another station, behind what waits there. */
    public void redirect(UUID ticketId, String station) throws JournalException {
        sql.fromLane(
                lock,
                () -> sql.execute(
                        "update kitchen_ticket set station = ?, place = (select max(place) + 1 from kitchen_ticket)"
                                + " where ticket_id = ? and state <> 'PRINTED'",
                        station,
                        ticketId.toString()));
    }

    /** Forgets what is long past. A ticket that waits is never forgotten. */
    public void forget(Instant now) throws JournalException {
        String before = now.minus(MEMORY).toString();
        sql.fromLane(lock, () -> {
            sql.execute("delete from kitchen_ticket where state = 'PRINTED' and made_at < ?", before);
            sql.execute("delete from kitchen_order where kept_at < ?", before);
        });
    }

    private List<Ticket> read(String where, Object... arguments) throws JournalException {
        synchronized (lock) {
            try (PreparedStatement statement = sql.prepare(COLUMNS + where, arguments);
                    ResultSet rows = statement.executeQuery()) {
                List<Ticket> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Ticket(
                            UUID.fromString(rows.getString(1)),
                            rows.getString(2),
                            rows.getBytes(3),
                            State.valueOf(rows.getString(4))));
                }
                return List.copyOf(found);
            } catch (SQLException e) {
                throw JournalErrors.of(e);
            }
        }
    }
}
