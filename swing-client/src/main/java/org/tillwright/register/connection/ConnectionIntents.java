package org.tillwright.register.connection;

/** What a person can want on the connection screen. */
public interface ConnectionIntents {

    /** Ask the server at this address for its name, its clock and its speed. */
    void test(String address);

    /** Set up the devices first, or only to try them. */
    void devices();

    /** Make this register known to the server with a one-time code. */
    void enrol(String address, String code);
}
