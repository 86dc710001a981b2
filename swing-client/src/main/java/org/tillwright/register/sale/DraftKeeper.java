package org.tillwright.register.sale;

import java.util.UUID;
import java.util.function.Supplier;

/** Keeps the sale in progress where a crash does not reach it. Does not wait for the disk. */
public interface DraftKeeper {

    /**
     * Keeps this state in place of the one before.
     *
     * @param draft makes the bytes; called on another thread, and not at all when a newer state comes first
     */
    void keep(UUID transactionId, Supplier<byte[]> draft);

    /** There is no sale in progress any more. */
    void drop();
}
