package org.tillwright.register.tendering;

import org.tillwright.core.money.Money;
import org.tillwright.wire.TenderType;

/** Gets a second person's yes to a payment that is larger than the operator may take alone. */
@FunctionalInterface
public interface TenderApproval {

    /** Runs {@code then} once somebody who may has said yes; not at all otherwise. */
    void ask(TenderType type, Money amount, Runnable then);
}
