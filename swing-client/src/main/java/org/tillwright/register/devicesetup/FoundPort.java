package org.tillwright.register.devicesetup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A port that devices can be at.
 *
 * @param path as it is written into settings: a name that stays the same after a restart where there is one
 * @param device what the path leads to, such as {@code ttyUSB0}
 * @param kind how it is spoken to
 * @param usedBy the number of the process that has it open, by its lock file; null where nobody says so
 */
public record FoundPort(Path path, String device, Kind kind, @Nullable Long usedBy) {

    /** How a port is spoken to. */
    public enum Kind {
        SERIAL,
        /** A serial port over Bluetooth. */
        BLUETOOTH,
        /** A printer's own device file. */
        PRINTER_FILE
    }
}
