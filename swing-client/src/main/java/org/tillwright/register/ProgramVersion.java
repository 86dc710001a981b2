package org.tillwright.register;

/** Which program this is: what it says of itself, and what it tells the server. */
public final class ProgramVersion {

    public static final String TEXT = "0.1.0";

    private ProgramVersion() {}
}
