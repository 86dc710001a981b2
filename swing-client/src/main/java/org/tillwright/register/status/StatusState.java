package org.tillwright.register.status;

import java.util.List;
import org.tillwright.register.dialogue.Announcement;

/**
 * Everything the status panel shows, ready to draw.
 *
 * @param more how many records were put aside beside those shown, in words; empty when none
 */
public record StatusState(List<Row> rows, List<Aside> aside, String more, Announcement notice) {

    public static final StatusState EMPTY = new StatusState(List.of(), List.of(), "", Announcement.NONE);

    public StatusState {
        rows = List.copyOf(rows);
        aside = List.copyOf(aside);
    }

    /** One thing the register depends on, and how it is. */
    public record Row(String name, String text, boolean needsLook) {}

    /** A record that the server refused, with the server's sentence. */
    public record Aside(long sequence, String name, String text) {}
}
