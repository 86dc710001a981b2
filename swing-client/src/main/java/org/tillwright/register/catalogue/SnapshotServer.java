package org.tillwright.register.catalogue;

import org.tillwright.register.text.Notice;
import org.tillwright.wire.SnapshotMessage;

/** The server as the catalogue sees it: it has snapshots. */
public interface SnapshotServer {

    /** Asks for what is new since a snapshot, 0 for all, and waits for the answer. */
    Answer snapshotAfter(long number);

    /** What came back. */
    sealed interface Answer {}

    /** There is a newer snapshot: this one. */
    record Newer(SnapshotMessage snapshot) implements Answer {}

    /** The register has the newest. */
    record Current() implements Answer {}

    /** Nothing that can be used came back. */
    record Unreachable(Notice reason) implements Answer {}
}
