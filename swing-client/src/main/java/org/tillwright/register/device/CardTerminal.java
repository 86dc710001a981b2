package org.tillwright.register.device;

import org.tillwright.core.money.Money;

/** Takes card payments. Card numbers stay inside the terminal. */
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

    /** Asks the terminal to stop a payment that is going on; its result comes from {@link #authorize}. From any thread. */
    void cancel();

    @Override
    void close();
}
