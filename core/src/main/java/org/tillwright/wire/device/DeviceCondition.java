package org.tillwright.wire.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * How one device is doing. Its address is not told, for it may hold a terminal's password.
 *
 * @param kind the name of its setting at the register, such as {@code printer} or {@code card}; for the printer of a station
 *     {@link #AT_STATION} and its id
 * @param protocol how it is spoken to, such as {@code escpos+serial}, without the place
 * @param state a {@link State}; one that a reader does not know is taken for {@code UNUSED}
 * @param seenAt when it last did what it was asked, by the register's clock; null while it never did
 * @param trouble what is the matter in a word, such as {@code PAPER_OUT}; null where nothing is
 * @param troubleSince when that began, by the register's clock; null where nothing is the matter
 * @param errors how often it came into trouble since the register was started
 * @param paperLow whether it says that its paper comes to an end
 * @param coverOpen whether it says that its cover is open
 * @param drawerOpen whether the drawer at it is open
 */
public record DeviceCondition(
        @Limit(24) String kind,
        @Limit(40) String protocol,
        @Limit(12) String state,
        @Nullable Instant seenAt,
        @Nullable @Limit(24) String trouble,
        @Nullable Instant troubleSince,
        Long errors,
        Boolean paperLow,
        Boolean coverOpen,
        Boolean drawerOpen) {

    /** Begins the kind of a station's printer: a shop may call a station what a device is called. */
    public static final String AT_STATION = "at.";

    /** What is to be thought of a device. */
    public enum State {
        /** Nothing was asked of it since the register was started. */
        UNUSED,
        WELL,
        TROUBLE;

        /** The state of a name; what this version does not know is {@code UNUSED}. */
        public static State of(String name) {
            for (State state : values()) {
                if (state.name().equals(name)) {
                    return state;
                }
            }
            return UNUSED;
        }
    }
}
