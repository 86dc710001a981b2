package org.tillwright.register.till;

/** What an operator can want while the till is counted. */
public interface TillClosingIntents {

    /** What was keyed for one row, as it is keyed. */
    void counted(String rowId, String keyed);

    void byDenomination();

    void compare();

    void answered(String answerId);

    /** Back to selling; the till stays open. */
    void back();
}
