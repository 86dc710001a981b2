package org.tillwright.register.outbox;

import org.jspecify.annotations.Nullable;
import org.tillwright.register.text.Notice;

/**
 * What the status line says of the way to the server.
 *
 * @param connection whether the last attempt reached the server
 * @param waiting records that the server has not answered for
 * @param why why they wait, or null when nothing stands in their way
 * @param quarantined records that the server refused for good, for a manager to look at
 * @param resending those that wait because the server was restored and lacks them
 */
public record OutboxStatus(
        Connection connection, long waiting, @Nullable Notice why, long quarantined, long resending) {

    /** Nobody has tried yet. */
    public static final OutboxStatus UNKNOWN = new OutboxStatus(Connection.UNKNOWN, 0, null, 0, 0);

    public boolean isOnline() {
        return connection == Connection.ONLINE;
    }

    /** Whether the server answers. */
    public enum Connection {
        UNKNOWN,
        ONLINE,
        OFFLINE
    }
}
