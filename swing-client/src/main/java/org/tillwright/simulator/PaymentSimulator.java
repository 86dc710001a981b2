package org.tillwright.simulator;

import java.io.IOException;

/** What takes payments at the far end of a line, and what somebody beside it can decide. */
public interface PaymentSimulator extends AutoCloseable {

    /** The customer pays what waits; does nothing when no payment waits. */
    void approve() throws IOException;

    /** The customer or the bank says no; does nothing when no payment waits. */
    void decline() throws IOException;

    /** Chooses what becomes of payments from the next one on. */
    void setMode(Mode next);

    @Override
    void close();

    /** What becomes of a payment. */
    enum Mode {
        /** Taken at once. */
        APPROVE,
        /** Declined at once. */
        DECLINE,
        /** Somebody calls {@link #approve()} or {@link #decline()}. */
        ASK,
        /** Asked for and never decided, not even when it is to be stopped. */
        HANG,
        /** Never a word, not even that the payment was understood. */
        SILENT
    }

    /** Hears what the device does, on its own thread. */
    @FunctionalInterface
    interface Listener {

        void shows(String text);

        /** A register wants this many minor units. */
        default void paymentAsked(long minor) {
            shows("Payment of " + minor);
        }

        /** A register wants to give this many minor units back. */
        default void refundAsked(long minor) {
            shows("Refund of " + minor);
        }
    }
}
