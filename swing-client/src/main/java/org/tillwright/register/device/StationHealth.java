package org.tillwright.register.device;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.wire.device.DeviceCondition;

/** How the printers in kitchens and at bars are doing, for the server to be told. Any thread; asking waits for nothing. */
public final class StationHealth {

    private final Clock clock;
    private final Map<String, Kept> kept = new TreeMap<>();
    private volatile Runnable changed = () -> {};

    public StationHealth(Clock clock) {
        this.clock = clock;
    }

    /** What is known of one printer. */
    private record Kept(
            String protocol,
            @Nullable Instant seenAt,
            @Nullable Trouble trouble,
            @Nullable Instant since,
            long errors) {

        Kept worked(Instant now) {
            return new Kept(protocol, now, null, null, errors);
        }

        Kept failed(Trouble what, Instant now) {
            boolean isSame = what == trouble;
            return new Kept(protocol, seenAt, what, isSame ? since : now, isSame ? errors : errors + 1);
        }
    }

    /** Calls this, on whatever thread, whenever a person would say that something changed. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** The register has these printers from now on; what is known of those that stay, stays. */
    public void has(DeviceUris uris) {
        synchronized (this) {
            kept.keySet().retainAll(uris.stations().keySet());
            uris.stations().forEach((station, uri) -> {
                String protocol = DeviceHealth.protocolOf(uri);
                Kept known = kept.get(station);
                if (known == null || !known.protocol().equals(protocol)) {
                    kept.put(station, new Kept(protocol, null, null, null, 0));
                }
            });
        }
        changed.run();
    }

    /** A station's printer did what it was asked, or did not. */
    public void did(String station, StationState state) {
        Trouble trouble = state.trouble();
        if (trouble == Trouble.CLOSED) {
            return; // the register is ending, or its settings are changing
        }
        boolean isNews;
        synchronized (this) {
            Kept known = kept.get(station);
            if (known == null) {
                return; // a printer that the settings named a moment ago
            }
            isNews = known.trouble() != trouble || (trouble == null && known.seenAt() == null);
            Instant now = clock.instant();
            kept.put(station, trouble == null ? known.worked(now) : known.failed(trouble, now));
        }
        if (isNews) {
            changed.run();
        }
    }

    /** How they are doing, by the ids of their stations. */
    public synchronized List<DeviceCondition> conditions() {
        return kept.entrySet().stream()
                .map(each -> told(DeviceCondition.AT_STATION + each.getKey(), each.getValue()))
                .toList();
    }

    private static DeviceCondition told(String kind, Kept known) {
        Trouble trouble = known.trouble();
        DeviceCondition.State state = trouble != null
                ? DeviceCondition.State.TROUBLE
                : known.seenAt() == null ? DeviceCondition.State.UNUSED : DeviceCondition.State.WELL;
        return new DeviceCondition(
                kind,
                known.protocol(),
                state.name(),
                known.seenAt(),
                trouble == null ? null : trouble.name(),
                known.since(),
                known.errors(),
                false,
                false,
                false);
    }
}
