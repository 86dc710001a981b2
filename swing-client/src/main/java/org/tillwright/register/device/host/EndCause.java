package org.tillwright.register.device.host;

/** Why a device host ended. */
public enum EndCause {
    /** A signal ended it: native code crashed, or somebody killed it. */
    CRASHED,
    /** It ended by itself although nobody told it to. */
    EXITED,
    /** It stopped answering altogether. */
    SILENT,
    /** One of its drivers did not answer a request in time. */
    HUNG,
    /** A port in it could only be freed by ending it. */
    STUCK_PORT,
    /** What it sent could not be read. */
    GARBLED,
    /** It did not become ready. */
    NOT_STARTED,
    /** The register was closed. */
    FINISHED
}
