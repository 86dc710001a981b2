package org.tillwright.server.ledger;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** The door for the books. */
@Stateless
public class LedgerService {

    @Inject
    JournalEntries entries;

    @Inject
    Clock clock;

    /** Books one event in the caller's transaction. An event that is in the books already is refused by its key. */
    @RolesAllowed({REGISTER, MANAGER})
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void post(JournalEntry entry) {
        entries.add(entry, clock.instant());
    }

    @RolesAllowed(MANAGER)
    public TrialBalance trialBalance() {
        return entries.trialBalance();
    }
}
