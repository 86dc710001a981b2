package org.tillwright.boot;

/** Where a database is and who we are there. */
public record DatabaseAddress(String url, String user, String password) {

    /** Without the password: this may end in a log. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
