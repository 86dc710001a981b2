package org.tillwright.register.keyboard;

/** What the screens make of what was typed faster than hands type. Event thread only. */
public interface TypedReads {

    /** Whether the screen that is shown can use a code of goods. */
    boolean takesScans();

    /** Whether keys are looked at even where it cannot: something may be typed that nobody may see. */
    boolean takesBadges();

    /** Whether an item has exactly this code. */
    boolean isKnown(String code);

    /** Whether this is a badge, typed by a reader of badges. */
    boolean isBadge(String text);

    /** Whether this may be what nobody may see, whole or not: it must not end in a field. */
    boolean isPrivate(String text);

    /** A code that came through whole. */
    void scanned(String code);

    /** What {@link #isBadge} said is one. */
    void badgeTyped(String text);

    /** What could be read of a scan that did not come through. */
    void scanBroken(String read);
}
