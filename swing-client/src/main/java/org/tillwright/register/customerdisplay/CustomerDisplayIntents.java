package org.tillwright.register.customerdisplay;

/** What a customer can do at the second screen. */
public interface CustomerDisplayIntents {

    /** A key of the keyboard on the screen. */
    void typed(String sign);

    void backspace();

    void entered();

    /** No, thank you. */
    void declined();
}
