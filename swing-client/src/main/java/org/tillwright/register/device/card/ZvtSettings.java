package org.tillwright.register.device.card;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to get on with one terminal.
 *
 * @param password six digits to register with, or null for a terminal that takes payments without registration
 * @param limit longest a payment may take before its outcome counts as unknown
 */
public record ZvtSettings(@Nullable String password, Duration limit) {

    /** A customer who looks for the card, mistypes the PIN and calls home is done by then. */
    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(2);

    /** Without the password, which is nobody's business. */
    @Override
    public String toString() {
        return "ZvtSettings[limit=" + limit + "]";
    }
}
