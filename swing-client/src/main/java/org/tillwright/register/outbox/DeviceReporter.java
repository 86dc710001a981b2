package org.tillwright.register.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceHealth;
import org.tillwright.register.device.DeviceHealth.Condition;
import org.tillwright.register.device.StationHealth;
import org.tillwright.wire.device.DeviceCondition;
import org.tillwright.wire.device.DeviceReport;

/**
 * Tells the server how the devices are doing: when something changed, and every few minutes. A crank: one turn tells once
 * and says how long to rest. What the server does not hear is told with the next turn, for a report holds everything.
 */
public final class DeviceReporter {

    /** While nothing changes. */
    static final Duration EVERY = Duration.ofMinutes(5);

    /** Between two reports, however lively the devices are: the server takes no more than sixty in ten minutes. */
    static final Duration AT_MOST_EVERY = Duration.ofSeconds(20);

    /** After the server did not take one. */
    static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final DeviceHealth health;
    private final StationHealth stations;
    private final Line line;
    private final Clock clock;
    private final String version;
    private @Nullable Instant lastTold;
    private Duration least = AT_MOST_EVERY;

    public DeviceReporter(DeviceHealth health, StationHealth stations, Line line, Clock clock, String version) {
        this.health = health;
        this.stations = stations;
        this.line = line;
        this.clock = clock;
        this.version = version;
    }

    /** Where reports go. */
    @FunctionalInterface
    public interface Line {

        /** Tells the server; returns whether it took the report. */
        boolean tell(DeviceReport report);
    }

    /** One turn of a {@link DutyThread} that any change wakes. One that comes too soon after the last only rests. */
    public Duration turnAndRest() {
        Instant now = clock.instant();
        Instant before = lastTold;
        if (before != null) {
            Duration since = Duration.between(before, now);
            if (!since.isNegative() && since.compareTo(least) < 0) {
                return least.minus(since);
            }
        }
        lastTold = now;
        boolean isTaken = line.tell(report());
        least = isTaken ? AT_MOST_EVERY : AFTER_A_FAILURE;
        return isTaken ? EVERY : AFTER_A_FAILURE;
    }

    private DeviceReport report() {
        List<DeviceCondition> devices = Stream.concat(
                        health.conditions().stream().map(DeviceReporter::told), stations.conditions().stream())
                .limit(DeviceReport.MAX_DEVICES)
                .toList();
        return new DeviceReport(clock.instant(), version, health.restarts(), devices);
    }

    private static DeviceCondition told(Condition device) {
        DeviceCondition.State state = device.trouble() != null
                ? DeviceCondition.State.TROUBLE
                : device.isUnused() ? DeviceCondition.State.UNUSED : DeviceCondition.State.WELL;
        return new DeviceCondition(
                device.kind().setting(),
                device.protocol(),
                state.name(),
                device.seenAt(),
                device.trouble() == null ? null : device.trouble().name(),
                device.troubleSince(),
                device.errors(),
                device.paperLow(),
                device.coverOpen(),
                device.drawerOpen());
    }
}
