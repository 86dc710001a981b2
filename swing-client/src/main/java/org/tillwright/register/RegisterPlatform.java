package org.tillwright.register;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What the register takes from the world around it, so that a test can hand in its own.
 *
 * @param eventThread runs what changes or shows a sale: {@code SwingUtilities::invokeLater} in the shop
 */
public record RegisterPlatform(Clock clock, Supplier<UUID> ids, SecureRandom random, Executor eventThread) {

    /** The real clock and real ids. */
    public static RegisterPlatform real(Executor eventThread) {
        return new RegisterPlatform(Clock.systemUTC(), UUID::randomUUID, new SecureRandom(), eventThread);
    }
}
