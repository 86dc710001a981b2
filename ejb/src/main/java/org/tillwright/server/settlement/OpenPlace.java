package org.tillwright.server.settlement;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Where in the list of open amounts a page ends, newest first. */
public record OpenPlace(LocalDate day, String kind, String id) implements Serializable {

    /** Reads a place as {@link #toString} writes it. */
    public static Optional<OpenPlace> of(String text) {
        String[] words = text.split(" ", -1);
        try {
            return words.length == 3
                    ? Optional.of(new OpenPlace(LocalDate.parse(words[0]), words[1], words[2]))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return day + " " + kind + " " + id;
    }
}
