package org.tillwright.server.customers;

import java.io.Serializable;
import org.tillwright.wire.value.CustomerFound;

/** A customer as others see one. */
public record CustomerDetail(String customerId, CustomerDraft draft) implements Serializable {

    /** Returns what a register is told. */
    public CustomerFound forRegisters() {
        return new CustomerFound(
                customerId,
                draft.cardNumber(),
                draft.name(),
                draft.email(),
                draft.phone(),
                draft.groups(),
                draft.taxExempt(),
                draft.creditLimitMinor(),
                draft.language());
    }
}
