package org.tillwright.server.stores;

/** Breaks a rule on purpose: pretends to live inside the server, where rows can be seen. */
public final class DoorThatHoldsARow {

    private DoorThatHoldsARow() {}

    static String name(Workstation row) {
        return row.summary().name();
    }
}
