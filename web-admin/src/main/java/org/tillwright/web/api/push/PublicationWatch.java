package org.tillwright.web.api.push;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Contention;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.RegisterToken;

/**
 * Looks for a newer publication number while any register listens, and tells all who do. One task for the whole node, and one
 * number read a second, however many registers there are. Every node looks for itself in the one database, so it does not
 * matter which node published.
 */
@ApplicationScoped
public class PublicationWatch {

    /** Registers that listen at one node; more than these ask every few seconds instead. */
    public static final int MOST_LISTENERS = 2_000;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** In looks. A register takes three times this long without a sign for a line that is dead. */
    private static final int LOOKS_BETWEEN_SIGNS_OF_LIFE = 10;

    /**
     * A line lasts as long as a token may: who comes again is asked anew who it is, and a register that reads nothing has
     * taken a few hundred bytes at most, which no buffer on the way is too small for. So nobody waits for it.
     */
    private static final Duration LONGEST_LINE = RegisterToken.LIFETIME;

    private static final System.Logger LOG = System.getLogger(PublicationWatch.class.getName());

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    PublicationService publications;

    @Inject
    Clock clock;

    /** By workstation: one that comes again has lost its line before. */
    private final Map<String, PublicationListener> listeners = new ConcurrentHashMap<>();

    private @Nullable ScheduledFuture<?> looking;
    private volatile long told;
    private long looks;
    private boolean failing;

    /** True if one more register may listen here. */
    public boolean hasRoomFor(String workstationId) {
        return listeners.size() < MOST_LISTENERS || listeners.containsKey(workstationId);
    }

    /** Begins to tell a register: the newest number at once, and each one after it. */
    public void add(String workstationId, SseEventSink line, Sse events) {
        var listener = new PublicationListener(workstationId, line, events, clock.instant());
        PublicationListener before = listeners.put(workstationId, listener);
        if (before != null) {
            before.end();
        }
        begin();
        listener.tell(publications.latest());
    }

    private synchronized void begin() {
        if (looking == null || looking.isDone()) {
            long pause = BETWEEN_LOOKS.toMillis();
            told = publications.latest();
            looking = executor.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void restWithoutListeners() {
        if (listeners.isEmpty() && looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    @PreDestroy
    void end() {
        List.copyOf(listeners.values()).forEach(PublicationListener::end);
    }

    private void look() {
        try {
            long newest = publications.latest();
            if (newest != told) { // lower after a restore: that is news too
                told = newest;
                listeners.values().forEach(listener -> listener.tell(newest));
            }
            failing = false;
        } catch (EJBException | Contention e) {
            noteFailure(e);
        }
        looks++;
        if (looks % LOOKS_BETWEEN_SIGNS_OF_LIFE == 0) {
            listeners.values().forEach(PublicationListener::keepAlive);
        }
        letGo();
        restWithoutListeners();
    }

    private void letGo() {
        Instant oldest = clock.instant().minus(LONGEST_LINE);
        for (PublicationListener listener : List.copyOf(listeners.values())) {
            if (listener.isGone() || listener.since().isBefore(oldest)) {
                listeners.remove(listener.workstationId(), listener);
                listener.end();
            }
        }
    }

    /** The database is away, most likely. The next look may find it again; the log need not fill up meanwhile. */
    private void noteFailure(RuntimeException failure) {
        if (!failing) {
            LOG.log(System.Logger.Level.WARNING, "registers learn of no publications for now", failure);
        }
        failing = true;
    }
}
