package org.tillwright.register.signon;

/** What a person can want on the sign-on screen. */
public interface SignOnIntents {

    void signOn(String number, String pin);

    /** Enter was hit in the field of the number. True if that was a badge, and not a number: it is dealt with. */
    default boolean badge(String read) {
        return false;
    }

    /** One of those who signed on here before. */
    default void known(String number) {}
}
