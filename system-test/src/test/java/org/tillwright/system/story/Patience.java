package org.tillwright.system.story;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come, by looking again and again; a story never sleeps for a time that somebody guessed. */
final class Patience {

    static final Duration SCREEN = Duration.ofSeconds(40);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private Patience() {}

    /** Waits until this is so; what is seen instead is told after too long. */
    static void until(String what, BooleanSupplier isSo, Supplier<String> instead) {
        if (!comes(SCREEN, isSo)) {
            throw new AssertionError("It was waited for: " + what + "\nbut there is: " + instead.get());
        }
    }

    /** True when this becomes so in time. */
    static boolean comes(Duration patience, BooleanSupplier isSo) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }
}
