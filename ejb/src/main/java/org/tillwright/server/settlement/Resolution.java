package org.tillwright.server.settlement;

/** What a person makes of an amount that fits nothing. */
public enum Resolution {
    /** The line and a tender that a person chose are the same payment; what they differ by is written off. */
    SAME_PAYMENT,
    /** Nothing belongs to it; it is written off. */
    WRITTEN_OFF,
    /** It moved nothing in the books: the cause is known. */
    EXPLAINED
}
