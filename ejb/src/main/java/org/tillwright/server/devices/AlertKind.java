package org.tillwright.server.devices;

/** What people are told of a device. */
public enum AlertKind {
    /** A printer says that its roll comes to an end. */
    PAPER_LOW,
    /** A device has been in trouble for longer than the store's rules allow. */
    DOWN,
    /** Cards cannot be taken: the terminal does not answer. */
    TERMINAL_UNREACHABLE,
    /** The process that drivers live in is started anew too often. */
    HOST_RESTARTS
}
