package org.tillwright.register.device.escpos;

/**
 * How a drawer's contact reaches the printer. Makers wire it both ways and many drawers have none, so a shop says in its
 * settings what it has seen; nobody guesses.
 */
public enum DrawerContact {
    /** There is none, or nobody said. */
    NONE,
    /** The contact's level is low while the drawer is open. */
    OPEN_IS_LOW,
    /** The contact's level is high while the drawer is open. */
    OPEN_IS_HIGH;

    boolean isOpen(boolean isHigh) {
        return this != NONE && isHigh == (this == OPEN_IS_HIGH);
    }
}
