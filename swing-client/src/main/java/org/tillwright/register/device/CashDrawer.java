package org.tillwright.register.device;

import java.time.Duration;
import java.util.Optional;

/** The box with the money. Called from one thread. */
public interface CashDrawer extends AutoCloseable {

    /** Opens the drawer. Most drawers cannot tell whether they did; then this returns when the pulse was sent. */
    void open() throws DeviceException;

    /** Asks whether it stands open; empty where it cannot tell, and where its printer is asked instead. */
    default Optional<Boolean> isOpen() throws DeviceException {
        return Optional.empty();
    }

    /** True if it hangs on the receipt printer, so that only one of the two may be asked at a time. */
    default boolean hangsOnPrinter() {
        return false;
    }

    /**
     * Returns how long it may stand open before somebody is told; zero for a drawer that cannot tell that it is open,
     * and where the shop wants no alarm.
     */
    default Duration mayStandOpen() {
        return Duration.ZERO;
    }

    @Override
    void close();
}
