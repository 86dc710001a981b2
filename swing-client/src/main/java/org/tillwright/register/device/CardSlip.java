package org.tillwright.register.device;

import java.util.List;

/**
 * A paper that a terminal wants printed, as its lines of text. Card numbers in it are masked.
 *
 * @param lines without control characters; empty ones are blank lines
 */
public record CardSlip(Kind kind, List<String> lines) {

    /** Most lines of one paper; what a terminal sends beyond them is left away. */
    public static final int MAX_LINES = 400;

    public CardSlip {
        lines = List.copyOf(lines);
    }

    /** Whom it is for. */
    public enum Kind {
        MERCHANT,
        CUSTOMER,
        /** End of day and the like. */
        ADMINISTRATION,
        /** The terminal did not say. */
        UNNAMED
    }
}
