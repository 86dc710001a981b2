package org.tillwright.register.device;

import java.util.Optional;

/** Prints receipts. Implementations are called from one thread and may block until the paper is cut. */
public interface ReceiptPrinter extends AutoCloseable {

    /**
     * Prints one receipt as it stands, cuts included.
     *
     * @throws DeviceException if the printer did not take the whole receipt; part of it may be on paper, so a repeat is
     *     marked as a copy
     */
    void print(Receipt receipt) throws DeviceException;

    /**
     * Asks how it is, without printing; nothing from a printer that cannot tell. Takes half a second at most.
     *
     * @throws DeviceException if it is not there, or no longer answers
     */
    default Optional<PrinterHealth> look() throws DeviceException {
        return Optional.empty();
    }

    /** Returns how many normal characters fit on a line of paper: what a receipt is laid out to. */
    int columns();

    @Override
    void close();
}
