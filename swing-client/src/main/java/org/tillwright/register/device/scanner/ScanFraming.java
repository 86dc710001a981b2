package org.tillwright.register.device.scanner;

import java.time.Duration;

/**
 * How a scanner is set up to begin and end a code.
 *
 * @param prefix what every code begins with; what comes without it was not whole and is dropped; empty for none
 * @param suffix what every code ends with, before its line end; empty for none
 * @param endsByPause whether a pause ends a code too; where it does not, a code that was cut off is dropped
 * @param pause how long nothing comes after a code, at least
 */
public record ScanFraming(String prefix, String suffix, boolean endsByPause, Duration pause) {

    /** As most scanners come: CR, LF or nothing behind a code. */
    public static final ScanFraming USUAL = new ScanFraming("", "", true, Duration.ofMillis(100));
}
