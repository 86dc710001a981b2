package org.tillwright.register.journal;

import org.jspecify.annotations.Nullable;
import org.tillwright.register.text.Notice;

/** The journal did not take or give something. Nothing that was being written became a fact. */
public final class JournalException extends Exception {

    private final Reason reason;

    public JournalException(Reason reason, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What to tell the person at the register. */
    public Notice notice() {
        return switch (reason) {
            case FULL -> Notice.of("journal.full");
            case IN_USE -> Notice.of("journal.in-use");
            case TAKEN_OVER -> Notice.of("journal.taken-over");
            case NETWORK_DRIVE -> Notice.of("journal.network-drive");
            case SECOND_NAME -> Notice.of("journal.second-name");
            case DAMAGED -> Notice.of("journal.damaged");
            case TOO_LARGE -> Notice.of("journal.too-large");
            case UNREADABLE -> Notice.of("journal.unreadable");
        };
    }

    /** What kept the journal from it. */
    public enum Reason {
        /** The disk has no room for it. */
        FULL,
        /** Another register program has this journal open. */
        IN_USE,
        /** Another register program has taken it over meanwhile, or another file lies in its place: nothing more may be written. */
        TAKEN_OVER,
        /** It is on a network drive, where locks and commits are not to be relied on. */
        NETWORK_DRIVE,
        /** The file is there under a second name, by which another program could have it too. */
        SECOND_NAME,
        /** The disk does not do as it is told, or the file is no journal. */
        DAMAGED,
        /** What was to be written is more than a record can hold. */
        TOO_LARGE,
        /** A record is there and cannot be read. */
        UNREADABLE
    }
}
