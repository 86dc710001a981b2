package org.tillwright.register.device;

/** Hears what a terminal shows and prints while it works. Called on the terminal's lane; must not wait. */
public interface CardWatcher {

    /** Hears nothing. */
    CardWatcher NONE = new CardWatcher() {};

    /**
     * The terminal says what it waits for.
     *
     * @param code of its protocol's list, such as {@code 0a}: the words for it are in the text bundles
     * @param text its own words where it sent some, without card numbers; otherwise empty
     */
    default void shows(String code, String text) {}

    /** The terminal wants a paper printed. */
    default void prints(CardSlip slip) {}
}
