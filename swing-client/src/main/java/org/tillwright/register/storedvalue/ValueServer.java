package org.tillwright.register.storedvalue;

import org.tillwright.register.server.Reply;
import org.tillwright.wire.value.ValueBalance;

/** Whom a register asks what is kept under a number. Waits for the answer. */
@FunctionalInterface
public interface ValueServer {

    /** Asks what is kept under a number of a kind, such as GIFT_CARD. */
    Reply<ValueBalance> balance(String kind, String number);
}
