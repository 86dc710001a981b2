package org.tillwright.register;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.tillwright.register.catalogue.CatalogueStore;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.catalogue.SnapshotListener;
import org.tillwright.register.catalogue.SnapshotPuller;
import org.tillwright.register.catalogue.SnapshotServer;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.outbox.DutyThread;
import org.tillwright.register.outbox.OutboxWatch;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.server.PublicationCalls;
import org.tillwright.register.settings.RegisterHome;

/** What a register sells from, and the two threads that keep it new: one asks, the other hears when there is something. */
final class RegisterSnapshots {

    private final Catalogues catalogues = new Catalogues();
    private final CatalogueStore store;
    private final SnapshotPuller puller;
    private final DutyThread pullerThread;
    private final DutyThread listenerThread;

    RegisterSnapshots(
            RegisterHome home,
            RegisterPlatform platform,
            SnapshotServer today,
            Supplier<HttpServer> server,
            OutboxWatch watch)
            throws JournalException {
        this.store = CatalogueStore.openInto(catalogues, home.catalogue());
        this.puller = new SnapshotPuller(today, store, catalogues, watch, new Backoff(platform.random()));
        this.pullerThread = new DutyThread("register snapshots", puller::turnAndRest);
        var listener = new SnapshotListener(
                new PublicationCalls(server),
                catalogues,
                pullerThread::wake,
                platform.random(),
                pause -> LockSupport.parkNanos(pause.toNanos()));
        this.listenerThread = new DutyThread("register publications", listener::turnAndRest);
    }

    Catalogues catalogues() {
        return catalogues;
    }

    SnapshotPuller puller() {
        return puller;
    }

    void start() {
        pullerThread.start();
        listenerThread.start();
    }

    /** There may be a way to the server again. */
    void wake() {
        pullerThread.wake();
        listenerThread.wake();
    }

    /** Asks for nothing more. */
    void stop() {
        listenerThread.stop();
        pullerThread.close();
    }

    /** Closes the file. The connections have to be closed before: on one of them the listener waits. */
    void close() throws JournalException {
        listenerThread.close();
        store.close();
    }
}
