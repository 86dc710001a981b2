package org.tillwright.register.tendering;

import java.util.concurrent.CompletableFuture;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;

/** The way to the card terminal, which may be missing. Nothing here waits. */
public interface CardPayments {

    boolean isThere();

    /** Asks for a payment; completes exceptionally with a DeviceException if the terminal has not taken the request. */
    CompletableFuture<CardResult> authorize(Money amount);

    /** Asks to give money back to a card; completes as {@link #authorize} does. */
    default CompletableFuture<CardResult> refund(CardRefund refund) {
        return CompletableFuture.failedFuture(
                new DeviceException(DeviceKind.CARD_TERMINAL, DeviceException.Trouble.ABSENT));
    }

    /** Asks the terminal to stop; the payment's own result says what became of it. */
    void cancel();
}
