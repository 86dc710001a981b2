package org.tillwright.boot.settings;

import java.net.URI;
import org.tillwright.core.settings.Setting;

/**
 * Where a database is and who we are there.
 *
 * @param connectSeconds longest wait for a connection
 */
public record DatabaseAddress(String url, String user, String password, int connectSeconds) {

    /** With the wait that counts when nothing is set. */
    public DatabaseAddress(String url, String user, String password) {
        this(url, user, password, Integer.parseInt(Setting.DB_CONNECT_SECONDS.standard()));
    }

    /** The database's own name. */
    public String database() {
        return place().getPath().substring(1);
    }

    /** Host, port and database. */
    public URI place() {
        return URI.create(url.substring("jdbc:".length()).replaceFirst("\\?.*", ""));
    }

    /** Where it is, for a person: without its options and without any password. */
    public String shown() {
        return SettingsList.withoutPassword(url.replaceFirst("\\?.*", ""));
    }

    /** Without the password: this may end in a log. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
