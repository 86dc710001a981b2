package org.tillwright.web.admin.transactions;

import java.util.Optional;
import java.util.UUID;

/** Reads ids out of addresses; what is none is nothing that could be found. */
final class Identifiers {

    private Identifiers() {}

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
