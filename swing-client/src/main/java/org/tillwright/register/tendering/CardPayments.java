package org.tillwright.register.tendering;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.cards.CardRequest;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SaleMessage;

/** The way of the sale in progress to the card terminal, which may be missing. Nothing here waits. */
public interface CardPayments {

    boolean isThere();

    /** Asks for a payment; completes exceptionally with a DeviceException if the terminal has not taken the request. */
    CompletableFuture<CardResult> authorize(Money amount);

    /** Asks to give money back to a card; completes as {@link #authorize} does. */
    default CompletableFuture<CardResult> refund(CardRefund refund) {
        return absent();
    }

    /** Asks the terminal to stop; the payment's own result says what became of it. */
    void cancel();

    /** What the terminal was asked for last for this sale, as it is on disk; nothing where no book is kept. */
    default Optional<CardRequest> request() {
        return Optional.empty();
    }

    /** Asks the terminal what became of that request; completes with Unknown while it does not say. */
    default CompletableFuture<CardResult> whatBecame() {
        return absent();
    }

    /**
     * The sale goes on without that request: what moved all the same is undone by itself.
     *
     * @return null, or why it cannot: nothing has changed then
     */
    default @Nullable Notice goOnWithout() {
        return null;
    }

    /** A person said what became of a request of which the terminal cannot say more. */
    default @Nullable Notice decided() {
        return null;
    }

    /** Has a payment undone that was taken out of the sale; false where nobody can but a person at the terminal. */
    default boolean undo(SaleMessage.Card card) {
        return false;
    }

    /** True if a payment was taken out of the sale before the program ended. */
    default boolean isGivenUp(SaleMessage.Card card) {
        return false;
    }

    /** Time has passed: what is left to find out or to undo goes on. */
    default void tick() {}

    private static CompletableFuture<CardResult> absent() {
        return CompletableFuture.failedFuture(
                new DeviceException(DeviceKind.CARD_TERMINAL, DeviceException.Trouble.ABSENT));
    }
}
