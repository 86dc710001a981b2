package org.tillwright.register.device.host;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the device host is doing.
 *
 * @param pid of the process that runs now; 0 if none does
 * @param ends how many hosts of this register have ended, and why; without the one that a closing register ends
 * @param lastRestart how long the devices of the host were gone when it was restarted last; zero if it never was
 */
public record HostHealth(long pid, Map<EndCause, Integer> ends, Duration lastRestart) {

    public HostHealth {
        var copy = new EnumMap<EndCause, Integer>(EndCause.class);
        copy.putAll(ends);
        ends = Collections.unmodifiableMap(copy);
    }

    /** How often it had to be started again. */
    public int restarts() {
        return ends.values().stream().mapToInt(Integer::intValue).sum();
    }
}
