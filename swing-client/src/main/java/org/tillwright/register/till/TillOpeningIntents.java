package org.tillwright.register.till;

/** What an operator can want before the till is open. */
public interface TillOpeningIntents {

    void open(String keyedFloat);

    void signOff();
}
