package org.tillwright.server.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What people are to be told of a register's devices as they are. A pure function of what is known. */
final class AlertCheck {

    /** What an alert names that is about no device. */
    static final String HOST = "host";

    /** The setting of the card terminal at registers. */
    private static final String TERMINAL = "card";

    /** The drawer hangs on the printer: when its line is down, the printer's alert says so. */
    private static final String DRAWER = "drawer";

    /** In these words a terminal is not reached; whatever else is the matter with it, it answers. */
    private static final Set<String> UNREACHABLE =
            Set.of("ABSENT", "UNPLUGGED", "NOT_ANSWERING", "BUSY", "NOT_ALLOWED");

    private final AlertRules rules;
    private final Instant now;

    AlertCheck(AlertRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /** One thing to tell. */
    record Alert(String kind, AlertKind what) implements Comparable<Alert> {

        @Override
        public int compareTo(Alert other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? what.compareTo(other.what) : byKind;
        }
    }

    Set<Alert> of(List<DeviceSummary> devices, long hostRestartsLastHour) {
        Set<Alert> alerts = new TreeSet<>();
        for (DeviceSummary device : devices) {
            if (device.paperLow()) {
                alerts.add(new Alert(device.kind(), AlertKind.PAPER_LOW));
            }
            if (isUnreachableTerminal(device)) {
                alerts.add(new Alert(device.kind(), AlertKind.TERMINAL_UNREACHABLE));
            } else if (isDown(device)) {
                alerts.add(new Alert(device.kind(), AlertKind.DOWN));
            }
        }
        if (hostRestartsLastHour > rules.restartsAnHour()) {
            alerts.add(new Alert(HOST, AlertKind.HOST_RESTARTS));
        }
        return alerts;
    }

    private static boolean isUnreachableTerminal(DeviceSummary device) {
        String trouble = device.trouble();
        return device.kind().equals(TERMINAL)
                && device.isInTrouble()
                && trouble != null
                && UNREACHABLE.contains(trouble);
    }

    private boolean isDown(DeviceSummary device) {
        return device.isInTrouble()
                && !device.kind().equals(DRAWER)
                && !device.since().plus(Duration.ofMinutes(rules.downMinutes())).isAfter(now);
    }
}
