package org.tillwright.register.returning;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRequest;

/** The way back to purses on phones, which may be missing. Nothing here waits. */
public interface WalletRefunds {

    boolean isThere();

    /** Completes exceptionally with a DeviceException if the gateway has certainly not taken the request. */
    CompletableFuture<WalletAnswer> refund(WalletRequest.Refund request);

    /** Asks what became of a refund; completes exceptionally when nobody answers, and nothing is known then. */
    CompletableFuture<WalletAnswer> status(UUID refundId);
}
