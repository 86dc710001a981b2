package org.tillwright.register.device;

import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;

/**
 * How the printer of a kitchen or bar is doing.
 *
 * @param isUsed false where nothing was printed there yet, nor tried to be
 * @param trouble what was the matter with it last time; null where nothing was
 */
public record StationState(boolean isUsed, @Nullable Trouble trouble) {

    /** A printer that nothing was asked of yet. */
    public static final StationState UNUSED = new StationState(false, null);

    /** One that did what it was asked. */
    public static final StationState WELL = new StationState(true, null);

    /** One that did not. */
    public static StationState troubled(Trouble trouble) {
        return new StationState(true, trouble);
    }
}
