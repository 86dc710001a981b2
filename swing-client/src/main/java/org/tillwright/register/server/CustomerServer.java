package org.tillwright.register.server;

import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.CustomersFound;

/** Whom a register asks for customers. Waits for the answer. */
public interface CustomerServer {

    /** Finds customers by the number of a card, a phone number, or a part of a name. */
    Reply<CustomersFound> find(String text);

    /** Gets one customer; who is not there any more is refused with status 404. */
    Reply<CustomerFound> get(String customerId);
}
