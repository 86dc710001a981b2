package org.tillwright.wire.sale;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Which moment the prices of a sale are those of, for register and server alike. */
public final class SaleMoment {

    private SaleMoment() {}

    /**
     * Returns when a sale was begun, by the clock on the store's wall.
     *
     * @param timeZone IANA name
     * @throws java.time.DateTimeException if there is no such zone
     */
    public static LocalDateTime of(Instant begunAt, String timeZone) {
        return LocalDateTime.ofInstant(begunAt, ZoneId.of(timeZone));
    }
}
