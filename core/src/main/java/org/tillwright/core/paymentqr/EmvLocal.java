package org.tillwright.core.paymentqr;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The merchant in the language of the place.
 *
 * @param language two letters of ISO 639
 * @param name at most 25 letters
 * @param city at most 15 letters
 */
public record EmvLocal(String language, String name, @Nullable String city) {

    public EmvLocal {
        requireNonNull(language, "language");
        requireNonNull(name, "name");
    }
}
