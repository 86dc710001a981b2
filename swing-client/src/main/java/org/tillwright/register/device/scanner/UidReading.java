package org.tillwright.register.device.scanner;

import java.util.Optional;
import org.tillwright.wire.BadgeCode;
import org.tillwright.wire.BadgeUid;

/**
 * How a reader writes the numbers of radio cards.
 *
 * @param format what its signs mean
 * @param order which byte comes first, as against the other readers of the shop
 */
public record UidReading(BadgeUid.Format format, Order order) {

    /** Returns the badge's code; empty for what is no number in this format. */
    Optional<String> code(String text) {
        return BadgeUid.read(text, format)
                .map(uid -> order == Order.REVERSED ? BadgeUid.reversed(uid) : uid)
                .map(BadgeCode::ofUid);
    }

    /** True for signs that a number in this format may be made of: a whole one, a torn one, or two run together. */
    boolean mayHold(String text) {
        return text.matches(
                switch (format) {
                    case HEX -> "[0-9A-Fa-f:\\s-]+";
                    case DECIMAL -> "[0-9\\s]+";
                    case WIEGAND -> "[0-9,:\\s]+";
                });
    }

    /** The order of a number's bytes. */
    public enum Order {
        AS_READ,
        REVERSED
    }
}
