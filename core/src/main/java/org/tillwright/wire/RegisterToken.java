package org.tillwright.wire;

import java.time.Duration;

/**
 * What register and server agree on about the bearer token that a register signs for itself: a JWT, ES256 over the
 * enrolled key, with the workstation as subject.
 */
public final class RegisterToken {

    public static final String AUDIENCE = "tillwright";

    /** The longest a token may live; a register makes a new one well before. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    /** How far the two clocks may differ. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    private RegisterToken() {}
}
