package org.tillwright.register.device;

/** Prints receipts. Implementations are called from one thread and may block until the paper is cut. */
public interface ReceiptPrinter extends AutoCloseable {

    /**
     * Prints one receipt as it stands, cuts included.
     *
     * @throws DeviceException if the printer did not take the whole receipt; part of it may be on paper, so a repeat is
     *     marked as a copy
     */
    void print(Receipt receipt) throws DeviceException;

    /** Returns how many normal characters fit on a line of paper: what a receipt is laid out to. */
    int columns();

    @Override
    void close();
}
