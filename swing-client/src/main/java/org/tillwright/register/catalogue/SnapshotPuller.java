package org.tillwright.register.catalogue;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.outbox.OutboxWatch;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;

/**
 * Keeps the catalogue up to date: asks for changes, puts them on disk whole, and only then lets new sales see them. Turned
 * by one thread, or by hand in a test.
 */
public final class SnapshotPuller {

    /** How often to ask for a newer snapshot: a new price is at the tills this soon. */
    public static final Duration POLL_INTERVAL = Duration.ofSeconds(15);

    private static final Logger LOG = System.getLogger(SnapshotPuller.class.getName());

    private final SnapshotServer server;
    private final CatalogueStore store;
    private final Catalogues catalogues;
    private final OutboxWatch watch;
    private final Backoff backoff;

    public SnapshotPuller(
            SnapshotServer server, CatalogueStore store, Catalogues catalogues, OutboxWatch watch, Backoff backoff) {
        this.server = server;
        this.store = store;
        this.catalogues = catalogues;
        this.watch = watch;
        this.backoff = backoff;
    }

    /** Asks once. */
    public Cycle turn() {
        SnapshotServer.Answer answer = server.snapshotAfter(catalogues.number());
        if (answer instanceof SnapshotServer.Newer newer && !fits(newer.snapshot())) {
            answer = server.snapshotAfter(0); // changes to something else, or of a server that was restored: take all
        }
        if (answer instanceof SnapshotServer.Unreachable unreachable) {
            watch.lost(unreachable.reason());
            return Cycle.OFFLINE;
        }
        backoff.reset();
        watch.reached();
        return answer instanceof SnapshotServer.Newer newer ? apply(newer.snapshot()) : Cycle.CURRENT;
    }

    /** Asks once, and returns how long to rest before asking again. */
    public Duration turnAndRest() {
        return turn() == Cycle.OFFLINE ? backoff.next() : POLL_INTERVAL;
    }

    private boolean fits(SnapshotMessage snapshot) {
        return snapshot.after() == 0 || (snapshot.after() == catalogues.number() && isOfTheSameServer(snapshot));
    }

    private boolean isOfTheSameServer(SnapshotMessage snapshot) {
        return catalogues.newest().map(Catalogue::epoch).equals(Optional.ofNullable(snapshot.epoch()));
    }

    private Cycle apply(SnapshotMessage snapshot) {
        try {
            if (!BusinessDay.isSound(snapshot.store())) {
                throw new MalformedMessageException(
                        List.of(new Fault("store", "has a time zone or an end of day that cannot be read")));
            }
            Catalogue next =
                    catalogues.newest().isPresent() ? catalogues.newest().get().with(snapshot) : Catalogue.of(snapshot);
            store.save(snapshot);
            catalogues.put(next);
            return Cycle.CHANGED;
        } catch (JournalException e) {
            watch.lost(e.notice());
            return Cycle.OFFLINE;
        } catch (MalformedMessageException e) {
            LOG.log(Logger.Level.ERROR, "snapshot " + snapshot.number() + " is not used: " + e.getMessage());
            watch.lost(Notice.of("server.snapshot-unsound", Long.toString(snapshot.number())));
            return Cycle.OFFLINE;
        }
    }

    /** What a turn came to. */
    public enum Cycle {
        CHANGED,
        CURRENT,
        OFFLINE
    }
}
