package org.tillwright.server.ledger;

import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.cash.TillService;

/** Breaks a rule on purpose; only the tests of the rules look at it. */
public final class LedgerThatKnowsTills {

    private LedgerThatKnowsTills() {}

    static Optional<String> storeOf(TillService tills, UUID tillSessionId) {
        return tills.storeOf(tillSessionId);
    }
}
