package org.tillwright.register.connection;

import java.util.List;
import org.tillwright.register.dialogue.Announcement;

/**
 * Everything the connection screen shows.
 *
 * @param findings one sentence each: the server's name, its clock, how fast it answers
 * @param canEnrol whether the server was found, so that a code makes sense
 * @param isBusy while an answer is awaited
 */
public record ConnectionState(
        String address, List<Announcement> findings, Announcement notice, boolean canEnrol, boolean isBusy) {

    public static final ConnectionState EMPTY = new ConnectionState("", List.of(), Announcement.NONE, false, false);

    public ConnectionState {
        findings = List.copyOf(findings);
    }
}
