package org.tillwright.register.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.text.Notice;

/**
 * Keeps what the status line says of the way to the server, and tells whoever shows it. Everyone who talks to the server
 * reports here; any thread may.
 */
public final class OutboxWatch {

    private final Journal journal;
    private final List<Consumer<OutboxStatus>> listeners = new CopyOnWriteArrayList<>();
    private OutboxStatus.Connection connection = OutboxStatus.Connection.UNKNOWN;
    private @Nullable Notice why;
    private @Nullable Notice heldBack;
    private OutboxStatus status = OutboxStatus.UNKNOWN;

    public OutboxWatch(Journal journal) {
        this.journal = journal;
        journal.onAppend(this::counted);
    }

    public synchronized OutboxStatus status() {
        return status;
    }

    /** Calls {@code listener} after each change, on the thread that noticed it, and once now. */
    public void listen(Consumer<OutboxStatus> listener) {
        listeners.add(listener);
        listener.accept(status());
    }

    /** The server answered. */
    public void reached() {
        update(OutboxStatus.Connection.ONLINE, null);
    }

    /** The server did not answer, or not as a server should. */
    public void lost(Notice reason) {
        update(OutboxStatus.Connection.OFFLINE, reason);
    }

    /** A record waits apart from the others, which says this; null when none does any more. */
    void heldBack(@Nullable Notice reason) {
        synchronized (this) {
            heldBack = reason;
            refresh();
        }
        tell();
    }

    /** How many wait has changed. */
    public void counted() {
        synchronized (this) {
            refresh();
        }
        tell();
    }

    private void update(OutboxStatus.Connection now, @Nullable Notice reason) {
        synchronized (this) {
            connection = now;
            why = reason;
            refresh();
        }
        tell();
    }

    private synchronized void refresh() {
        try {
            status = new OutboxStatus(
                    connection,
                    journal.waitingCount(),
                    why == null ? heldBack : why,
                    journal.quarantinedCount(),
                    journal.resending().count());
        } catch (JournalException e) {
            status = new OutboxStatus(
                    connection, status.waiting(), e.notice(), status.quarantined(), status.resending());
        }
    }

    private void tell() {
        OutboxStatus now = status();
        listeners.forEach(listener -> listener.accept(now));
    }
}
