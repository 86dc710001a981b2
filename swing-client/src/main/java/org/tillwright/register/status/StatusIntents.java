package org.tillwright.register.status;

/** What an operator can want on the status panel. */
public interface StatusIntents {

    /** Sends a record again that the server had refused. */
    void sendAgain(long sequence);

    /** Sets up the devices. */
    void devices();

    void leave();
}
