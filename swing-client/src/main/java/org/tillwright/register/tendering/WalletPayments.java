package org.tillwright.register.tendering;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRequest;

/** The way to the gateway of wallets, which may be missing. Nothing here waits. */
public interface WalletPayments {

    /** A register that takes no wallets. */
    WalletPayments NONE = new WalletPayments() {
        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public CompletableFuture<WalletAnswer> ask(WalletRequest request) {
            throw new IllegalStateException("there is no gateway to ask");
        }

        @Override
        public CompletableFuture<WalletAnswer> status(UUID paymentId) {
            return CompletableFuture.failedFuture(new IllegalStateException("there is no gateway to ask"));
        }

        @Override
        public CompletableFuture<WalletAnswer> cancel(UUID paymentId) {
            return status(paymentId);
        }
    };

    boolean isThere();

    /** False while it is known that nobody could be asked, such as when the register is offline. */
    default boolean isReached() {
        return isThere();
    }

    /** Begins something; completes exceptionally with a DeviceException if the gateway has certainly not taken it. */
    CompletableFuture<WalletAnswer> ask(WalletRequest request);

    /** Asks what became of a payment; completes exceptionally when nobody answers, and nothing is known then. */
    CompletableFuture<WalletAnswer> status(UUID paymentId);

    /** Stops a payment, and tells what became of it; completes exceptionally when nobody answers. */
    CompletableFuture<WalletAnswer> cancel(UUID paymentId);
}
