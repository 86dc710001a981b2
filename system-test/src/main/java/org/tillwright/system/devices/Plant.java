package org.tillwright.system.devices;

/** A bug that is put in on purpose, to see the run find it. */
enum Plant {
    /** A lane that asks the terminal for the same payment twice. */
    REPEATED_CARD,
    /** A printer's driver that says a receipt is printed and has lost it. */
    LOST_RECEIPT,
    /** A till that waits for a device on the event thread. */
    FROZEN_TILL,
    /** A lane that has the journal while it waits for a slow disk, so that the next sale waits too. */
    HELD_JOURNAL,
    /** A till that prints a receipt twice without saying which is the copy. */
    SECOND_ORIGINAL
}
