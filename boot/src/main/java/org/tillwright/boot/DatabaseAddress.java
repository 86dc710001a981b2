package org.tillwright.boot;

import java.net.URI;

/** Where a database is and who we are there. */
public record DatabaseAddress(String url, String user, String password) {

    /** The database's own name. */
    String database() {
        return place().getPath().substring(1);
    }

    /** Host, port and database. */
    URI place() {
        return URI.create(url.substring("jdbc:".length()).replaceFirst("\\?.*", ""));
    }

    /** Without the password: this may end in a log. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
