package org.tillwright.register.shell;

/** The screens of the register; one is shown at a time. */
public enum Screen {
    CONNECTION,
    DEVICES,
    SIGN_ON,
    TILL_OPENING,
    SELLING,
    TENDERING,
    TILL_CLOSING
}
