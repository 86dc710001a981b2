package org.tillwright.register.device;

import org.tillwright.core.money.Money;

/** Takes card payments, and gives them back. Card numbers stay inside the terminal. */
public interface CardTerminal extends AutoCloseable {

    /**
     * Asks the customer for a card and the issuer for the amount. Blocks while the customer is at it, up to the
     * terminal's time limit.
     *
     * @param amount more than zero
     * @return what became of it; {@link CardResult.Unknown} when the request went out and no clear answer came back
     * @throws DeviceException if the terminal certainly has not taken the request
     */
    CardResult authorize(Money amount) throws DeviceException;

    /**
     * Gives money back to a card. Blocks as {@link #authorize} does.
     *
     * @return what became of it; approved means that the money went back
     * @throws DeviceException if the terminal certainly has not taken the request
     */
    CardResult refund(CardRefund refund) throws DeviceException;

    /** Asks the terminal to stop what is going on; its result comes from where it was begun. From any thread. */
    void cancel();

    @Override
    void close();
}
