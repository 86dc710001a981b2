package org.tillwright.server.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.device.DeviceCondition;

/**
 * How one device of a register is doing.
 *
 * @param seenAt when it last did what it was asked; null while it never did
 * @param trouble in a word; null where nothing is the matter
 * @param since when this state began, by the server's clock
 * @param errors how often it came into trouble since its register was started
 */
public record DeviceSummary(
        String kind,
        String protocol,
        DeviceCondition.State state,
        @Nullable Instant seenAt,
        @Nullable String trouble,
        Instant since,
        long errors,
        boolean paperLow,
        boolean coverOpen,
        boolean drawerOpen) {

    public boolean isInTrouble() {
        return state == DeviceCondition.State.TROUBLE;
    }

    /** Whether a person should go there. */
    public boolean needsLook() {
        return isInTrouble() || paperLow || coverOpen;
    }

    /** Whether people would say that something changed; that it was seen again is none. */
    boolean saysTheSameAs(DeviceSummary other) {
        return state == other.state
                && java.util.Objects.equals(trouble, other.trouble)
                && paperLow == other.paperLow
                && coverOpen == other.coverOpen
                && drawerOpen == other.drawerOpen;
    }
}
