package org.tillwright.boot.platform;

/** Tells the person at the terminal what is going on, one plain line each. */
@FunctionalInterface
public interface Progress {

    void tell(String line);
}
