package org.tillwright.register.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.outbox.OutboxStatus;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SnapshotMessage;

/** Where the status panel learns how the register is. */
public interface StatusSource {

    String serverAddress();

    OutboxStatus link();

    /** Since when the server does not answer, if it does not. */
    Optional<Instant> offlineSince();

    /** What each device that is in trouble said last. */
    Collection<DeviceException> troubles();

    /** How the fiscal step stands, in words; null where the register neither has such a device nor needs one. */
    default @Nullable Notice fiscal() {
        return null;
    }

    /** True where somebody has to look at it. */
    default boolean needsFiscalDevice() {
        return false;
    }

    Optional<SnapshotMessage.Operator> operator();

    ZoneId zone();

    /** Writes down that this operator sends the record again, and does it. */
    void sendAgain(long sequence, SnapshotMessage.Operator operator) throws JournalException;

    /** True while nothing is being sold. */
    boolean isFree();

    /** Turns to the set-up of devices. */
    void setUpDevices();

    void leave();
}
