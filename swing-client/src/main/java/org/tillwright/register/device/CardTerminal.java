package org.tillwright.register.device;

import org.tillwright.core.money.Currency;
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

    /**
     * Tells what the terminal did last. Moves nothing, and prints nothing.
     *
     * @throws DeviceException if the terminal cannot be reached
     */
    CardLast last(Currency currency) throws DeviceException;

    /**
     * Closes the terminal's day: what it moved goes to the acquirer. May take minutes.
     *
     * @throws DeviceException if the terminal certainly has not taken the request
     */
    CardDay endOfDay(Currency currency) throws DeviceException;

    /** Says who hears what the terminal shows and prints from now on. */
    void watch(CardWatcher watcher);

    /** Asks the terminal to stop what is going on; its result comes from where it was begun. From any thread. */
    void cancel();

    @Override
    void close();
}
