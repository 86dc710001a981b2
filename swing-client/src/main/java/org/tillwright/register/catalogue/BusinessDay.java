package org.tillwright.register.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.sale.SaleMoment;

/** Which trading day a moment counts for: a bar's Saturday may end at four on Sunday morning. */
public final class BusinessDay {

    private BusinessDay() {}

    public static LocalDate of(Instant moment, SnapshotMessage.Store store) {
        LocalDateTime local = localTime(moment, store);
        return local.toLocalTime().isBefore(LocalTime.parse(store.dayEnds()))
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
    }

    /** The time on the shop's wall. */
    public static LocalDateTime localTime(Instant moment, SnapshotMessage.Store store) {
        return SaleMoment.of(moment, store.timeZone());
    }

    /** True if the store's time zone and end of day can be read: for checks at the border. */
    public static boolean isSound(SnapshotMessage.Store store) {
        try {
            ZoneId.of(store.timeZone());
            LocalTime.parse(store.dayEnds());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
