package org.tillwright.register.signon;

/** What a person can want on the sign-on screen. */
public interface SignOnIntents {

    void signOn(String number, String pin);
}
