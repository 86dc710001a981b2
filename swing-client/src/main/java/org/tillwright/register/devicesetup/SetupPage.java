package org.tillwright.register.devicesetup;

/** What the set-up screen is asking. */
enum SetupPage {
    /** Which device. */
    KINDS,
    /** What one more kitchen or bar is called. */
    STATION,
    /** What is to be changed about a device. */
    DEVICE,
    /** How it is spoken to. */
    WAYS,
    /** Which port it is at. */
    PORTS,
    /** Which of the makers' drivers it has. */
    SERVICES,
    /** Where it is, keyed. */
    BY_HAND,
    /** Which value something has. */
    VALUES,
    /** Which value something has, keyed. */
    KEYED
}
