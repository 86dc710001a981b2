package org.tillwright.register.tendering;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.tillwright.register.server.Reply;
import org.tillwright.wire.value.ValueAuthorization;
import org.tillwright.wire.value.ValueAuthorizationRequest;
import org.tillwright.wire.value.ValueBalance;

/** The way to the server that keeps gift cards, store credit, accounts and deposits. Nothing here waits. */
public interface ValuePayments {

    /** Asks what can be paid with a number now. */
    CompletableFuture<Reply<ValueBalance>> balance(String kind, String number);

    /** Has an amount set aside for the sale in progress. */
    CompletableFuture<Reply<ValueAuthorization>> authorize(ValueAuthorizationRequest request);

    /** Gives up what was set aside, or may have been. */
    CompletableFuture<Reply<Boolean>> release(UUID authorizationId);
}
