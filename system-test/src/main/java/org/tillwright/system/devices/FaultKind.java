package org.tillwright.system.devices;

import java.util.Locale;

/** What is done to a counter's devices in one round. */
enum FaultKind {
    /** The cable of a serial device is pulled and later put in again. */
    PULL_CABLE,
    /** The far end of a serial line reads nothing for a while. */
    DEAF_PEER,
    /** A device sends bytes that mean nothing. */
    GARBAGE,
    /** The device host is killed (SIGKILL). */
    KILL_HOST,
    /** The device host is stopped (SIGSTOP) and nobody lets it go on. */
    STOP_HOST,
    /** The card terminal's connection is cut at a step of its protocol. */
    CUT_TERMINAL;

    /** As it stands in a report. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
