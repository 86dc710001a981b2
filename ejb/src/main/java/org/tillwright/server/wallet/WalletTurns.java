package org.tillwright.server.wallet;

import java.time.Duration;

/** When a payment is asked about that nobody told the end of. */
final class WalletTurns {

    /** After this, and then ever later. A register that waits asks by itself, and more often. */
    static final Duration FIRST_LOOK = Duration.ofSeconds(20);

    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** A customer has left by then, and the register has given up: what nobody paid is stopped. */
    static final Duration PAYMENT_LASTS = Duration.ofMinutes(10);

    /** The gateway is not asked anew for a register within this time: its event may be on its way. */
    static final Duration FRESH = Duration.ofSeconds(2);

    /** Asked about in one turn of the timer. */
    static final int BATCH = 20;

    private WalletTurns() {}
}
