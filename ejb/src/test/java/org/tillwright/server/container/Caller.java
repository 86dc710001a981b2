package org.tillwright.server.container;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Calls services in one role, in no transaction unless told otherwise. */
public abstract class Caller {

    /** Does work in this role. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    /** Does work in this role and in a transaction of its own. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T callInTransaction(Supplier<T> work) {
        return work.get();
    }
}
