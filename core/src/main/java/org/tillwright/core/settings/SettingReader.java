package org.tillwright.core.settings;

/** Which program reads a setting. */
public enum SettingReader {
    /** {@code ./pos serve} and the commands about the database. */
    STARTER,
    /** The application, on Payara Micro and on Payara Server, by MicroProfile Config. */
    SERVER,
    /** The register, and the demo that runs one. */
    REGISTER,
    TESTS
}
