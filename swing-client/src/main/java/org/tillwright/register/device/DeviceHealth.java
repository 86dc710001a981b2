package org.tillwright.register.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;

/**
 * How each device of this register is doing, gathered from what the devices' lanes tell and handed on to the next listener.
 * May be asked from any thread; asking waits for nothing.
 */
public final class DeviceHealth implements DeviceListener {

    /** Over how long restarts of the drivers' process are counted. */
    public static final Duration RESTARTS_WITHIN = Duration.ofHours(1);

    /** Restarts that are remembered: more than this an hour are as bad as this. */
    private static final int MOST_RESTARTS = 10_000;

    private final Clock clock;
    private final DeviceListener next;
    private final Map<DeviceKind, Condition> conditions = new EnumMap<>(DeviceKind.class);
    private final Deque<Instant> restarts = new ArrayDeque<>();
    private volatile Runnable changed = () -> {};

    /** @param next hears everything too, after it was noted here */
    public DeviceHealth(Clock clock, DeviceListener next) {
        this.clock = clock;
        this.next = next;
    }

    /** Calls this, on whatever thread, whenever a person would say that something changed. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** The register has these devices from now on; what is known of those that stay, stays. */
    public void has(DeviceUris uris) {
        synchronized (this) {
            conditions.keySet().removeIf(kind -> uris.of(kind) == null);
            uris.byKind().forEach((kind, uri) -> {
                Condition known = conditions.get(kind);
                String protocol = protocolOf(uri);
                if (known == null || !known.protocol().equals(protocol)) {
                    conditions.put(kind, Condition.unused(kind, protocol));
                }
            });
        }
        changed.run();
    }

    /** How an address begins, without place and options: they may hold what is nobody's business, such as a password. */
    static String protocolOf(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        int colon = path.indexOf(':');
        return colon < 0 ? path : path.substring(0, colon);
    }

    /** How the devices are doing, in the order of their kinds. */
    public synchronized List<Condition> conditions() {
        return new ArrayList<>(conditions.values());
    }

    /** How often the drivers' process was started anew within {@link #RESTARTS_WITHIN}. */
    public synchronized long restarts() {
        Instant oldest = clock.instant().minus(RESTARTS_WITHIN);
        while (!restarts.isEmpty() && restarts.peekFirst().isBefore(oldest)) {
            restarts.removeFirst();
        }
        return restarts.size();
    }

    @Override
    public void worked(DeviceKind device) {
        change(device, known -> known.seen(clock.instant()));
        next.worked(device);
    }

    @Override
    public void troubled(DeviceException failure) {
        if (failure.trouble() != Trouble.CLOSED) { // the register is ending, or its settings are changing
            change(failure.device(), known -> known.failed(failure.trouble(), clock.instant()));
        }
        next.troubled(failure);
    }

    @Override
    public void failed(DeviceException failure) {
        next.failed(failure);
    }

    @Override
    public void recovered(DeviceKind device) {
        next.recovered(device);
    }

    @Override
    public void hostRestarted() {
        synchronized (this) {
            if (restarts.size() == MOST_RESTARTS) {
                restarts.removeFirst();
            }
            restarts.addLast(clock.instant());
        }
        changed.run();
        next.hostRestarted();
    }

    @Override
    public void printerSays(DeviceKind device, PrinterHealth health) {
        change(device, known -> known.says(health, clock.instant()));
        next.printerSays(device, health);
    }

    private void change(DeviceKind device, Change change) {
        boolean isNews;
        synchronized (this) {
            Condition known = conditions.get(device);
            if (known == null) {
                return; // a device that the settings named a moment ago
            }
            Condition now = change.of(known);
            conditions.put(device, now);
            isNews = !now.saysTheSameAs(known);
        }
        if (isNews) {
            changed.run();
        }
    }

    @FunctionalInterface
    private interface Change {
        Condition of(Condition known);
    }

    /**
     * How one device is doing.
     *
     * @param protocol how its address begins, such as {@code escpos+serial}
     * @param seenAt when it last did what it was asked; null while it never did
     * @param trouble null where nothing is the matter
     * @param troubleSince when that began; null where nothing is the matter
     * @param errors how often it came into trouble since the register was started; that it is looked for in vain every few
     *     seconds is one and the same
     */
    public record Condition(
            DeviceKind kind,
            String protocol,
            @Nullable Instant seenAt,
            @Nullable Trouble trouble,
            @Nullable Instant troubleSince,
            long errors,
            boolean paperLow,
            boolean coverOpen,
            boolean drawerOpen) {

        static Condition unused(DeviceKind kind, String protocol) {
            return new Condition(kind, protocol, null, null, null, 0, false, false, false);
        }

        /** True where nothing was asked of it yet. */
        public boolean isUnused() {
            return seenAt == null && trouble == null;
        }

        private Condition seen(Instant now) {
            return new Condition(kind, protocol, now, null, null, errors, paperLow, coverOpen, drawerOpen);
        }

        private Condition failed(Trouble what, Instant now) {
            boolean isSame = what == trouble;
            Instant since = isSame && troubleSince != null ? troubleSince : now;
            long times = isSame ? errors : errors + 1;
            return new Condition(kind, protocol, seenAt, what, since, times, paperLow, coverOpen, drawerOpen);
        }

        /** A printer that answers is there, whatever it says; what it cannot print without is trouble before a receipt. */
        private Condition says(PrinterHealth health, Instant now) {
            Trouble told = health.coverOpen()
                    ? Trouble.COVER_OPEN
                    : health.faulty() ? Trouble.FAULTY : health.paperOut() ? Trouble.PAPER_OUT : null;
            Instant since = told == null ? null : told == trouble && troubleSince != null ? troubleSince : now;
            long times = told == null || told == trouble ? errors : errors + 1;
            return new Condition(
                    kind,
                    protocol,
                    now,
                    told,
                    since,
                    times,
                    health.paperLow(),
                    health.coverOpen(),
                    health.drawerOpen());
        }

        private boolean saysTheSameAs(Condition other) {
            return isUnused() == other.isUnused()
                    && trouble == other.trouble
                    && paperLow == other.paperLow
                    && coverOpen == other.coverOpen
                    && drawerOpen == other.drawerOpen;
        }
    }
}
