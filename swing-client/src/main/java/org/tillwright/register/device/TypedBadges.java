package org.tillwright.register.device;

import java.util.Optional;

/**
 * A badge reader that types like a keyboard. What it reads comes among the keys, so whoever hears the keys asks here what they
 * are. Any thread.
 */
public interface TypedBadges {

    /** The badge that was typed, as a reader on a line hands it over; empty for what is none by the reader's settings. */
    Optional<String> read(String typed);

    /** True for what may be a part of a badge's number: nobody may see it, even if it is none. */
    boolean mayHold(String typed);

    /** Hands a badge to whoever listens to the reader; dropped where nobody does. */
    void shown(String badge);
}
