package org.tillwright.server.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A place in the trail, newest first: what comes after it is older. As text it stands in a page's address. */
public record AuditPlace(Instant happenedAt, long number) {

    private static final String GAP = "_";

    /** Reads a place from its text; empty when the text is none. */
    public static Optional<AuditPlace> parse(String text) {
        String[] parts = text.split(GAP, -1);
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AuditPlace(Instant.parse(parts[0]), Long.parseLong(parts[1])));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Returns the place as text. */
    public String text() {
        return happenedAt + GAP + number;
    }
}
