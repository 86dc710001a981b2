package org.tillwright.server.devices;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * When a store is told of its devices, and who is written to.
 *
 * @param mailAddress null where nobody is written to; the console lists alerts all the same
 * @param downMinutes after which a device that is in trouble is an alert
 * @param restartsAnHour of the drivers' process, above which it is an alert
 */
public record AlertRules(@Nullable String mailAddress, long downMinutes, long restartsAnHour) implements Serializable {

    public static final long MOST_MINUTES = 1_440;
    public static final long MOST_RESTARTS = 1_000;

    /** What counts where nobody said anything. */
    public static final AlertRules USUAL = new AlertRules(null, 10, 3);
}
