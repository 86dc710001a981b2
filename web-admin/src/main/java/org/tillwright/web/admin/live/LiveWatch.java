package org.tillwright.web.admin.live;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.devices.DeviceService;
import org.tillwright.server.journal.QuarantineService;
import org.tillwright.server.sales.Arrival;
import org.tillwright.server.sales.TransactionLookupService;
import org.tillwright.server.security.ConsoleAccessService;

/**
 * Looks for new sales, refusals and changes of devices while anybody wants to know, and tells all who do. One task for the whole node, whatever
 * the number of open pages, and none while there are none. Every node looks for itself in the one database, so it does not
 * matter which node took the sale.
 */
@ApplicationScoped
public class LiveWatch {

    /** Open pages of one node. */
    static final int MOST_LISTENERS = 200;

    /** Open pages of one session; a page that is not looked at does not listen. */
    static final int MOST_OF_A_SESSION = 10;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /**
     * How far each look goes back. A sale is stamped when its transaction begins, and may wait for its rows nearly a minute
     * before it commits; the rest is for nodes whose clocks differ.
     */
    private static final Duration WINDOW = Duration.ofMinutes(2);

    /** In looks: after signing out a page hears nothing any more within so many. */
    private static final int LOOKS_BETWEEN_SESSION_CHECKS = 6;

    private static final int LOOKS_BETWEEN_SIGNS_OF_LIFE = 30;

    private static final System.Logger LOG = System.getLogger(LiveWatch.class.getName());

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    TransactionLookupService sales;

    @Inject
    QuarantineService quarantine;

    @Inject
    DeviceService devices;

    @Inject
    ConsoleAccessService access;

    @Inject
    Clock clock;

    /** In the order in which they came. */
    private final List<LiveListener> listeners = new CopyOnWriteArrayList<>();

    private final Map<String, Seen> stores = new ConcurrentHashMap<>();
    private @Nullable ScheduledFuture<?> looking;
    private long looks;
    private boolean failing;

    /** What was seen of one store. */
    private static final class Seen {
        private final FreshArrivals arrivals = new FreshArrivals();
        private @Nullable Instant lastRefusal;
        private long lastDeviceChange;
    }

    boolean hasRoom() {
        return listeners.size() < MOST_LISTENERS;
    }

    /**
     * Begins to tell a page. Whatever is committed from now on is told; what was before, the page finds by itself. A session
     * that has all its pages lets its first one go for it: most likely that was left a moment ago, which is only found out
     * when something is sent to it.
     */
    void add(LiveListener listener) {
        admit(listener);
        List<LiveListener> ofSession = listeners.stream()
                .filter(each -> each.token().equals(listener.token()))
                .toList();
        if (ofSession.size() > MOST_OF_A_SESSION) {
            ofSession
                    .get(0)
                    .letGo(); // not under this object's lock: a page that ends takes its own first, then this one
        }
    }

    private synchronized void admit(LiveListener listener) {
        if (!stores.containsKey(listener.storeId())) {
            Seen seen = new Seen();
            look(listener.storeId(), seen);
            stores.put(listener.storeId(), seen);
        }
        listeners.add(listener);
        if (looking == null || looking.isDone()) {
            long pause = BETWEEN_LOOKS.toMillis();
            looking = executor.scheduleWithFixedDelay(this::lookAll, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void remove(LiveListener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty() && looking != null) {
            looking.cancel(false);
            looking = null;
            stores.clear();
        }
    }

    @PreDestroy
    void end() {
        List.copyOf(listeners).forEach(LiveListener::end);
    }

    private void lookAll() {
        try {
            watched().forEach(this::tellNews);
            looks++;
            if (looks % LOOKS_BETWEEN_SESSION_CHECKS == 0) {
                listeners.stream()
                        .filter(listener -> access.peekSession(listener.token()).isEmpty())
                        .forEach(listener -> executor.execute(listener::end)); // the container may make it wait
            }
            if (looks % LOOKS_BETWEEN_SIGNS_OF_LIFE == 0) {
                listeners.forEach(LiveListener::keepAlive);
            }
            failing = false;
        } catch (EJBException e) {
            noteFailure(e);
        }
    }

    /** Together with {@link #admit}, so that no store is forgotten whose first page is just coming. */
    private synchronized Set<String> watched() {
        Set<String> watched = listeners.stream().map(LiveListener::storeId).collect(Collectors.toUnmodifiableSet());
        stores.keySet().retainAll(watched);
        return watched;
    }

    /** The database is away, most likely. The next look may find it again; the log need not fill up meanwhile. */
    private void noteFailure(EJBException failure) {
        if (!failing) {
            LOG.log(System.Logger.Level.WARNING, "open pages learn of no new sales for now", failure);
        }
        failing = true;
    }

    private void tellNews(String storeId) {
        Seen seen = stores.get(storeId);
        if (seen == null) {
            return;
        }
        News news = look(storeId, seen);
        for (LiveListener listener : listeners) {
            if (listener.storeId().equals(storeId)) {
                if (news.sales() > 0) {
                    listener.tell("sale", Integer.toString(news.sales()));
                }
                if (news.refusal()) {
                    listener.tell("refusal", "");
                }
                if (news.device()) {
                    listener.tell("device", "");
                }
            }
        }
    }

    /** What a look found. */
    private record News(int sales, boolean refusal, boolean device) {}

    private News look(String storeId, Seen seen) {
        Instant windowBegin = clock.instant().minus(WINDOW);
        List<Arrival> found = sales.arrivals(storeId, windowBegin);
        int fresh = seen.arrivals.of(found, windowBegin).size();
        Instant lastRefusal = quarantine.lastRefusal(storeId).orElse(null);
        boolean refusal = lastRefusal != null && !lastRefusal.equals(seen.lastRefusal);
        seen.lastRefusal = lastRefusal;
        long deviceChange = devices.newestChange(); // of any store: some pages show them all
        boolean device = deviceChange != seen.lastDeviceChange;
        seen.lastDeviceChange = deviceChange;
        return new News(fresh, refusal, device);
    }
}
