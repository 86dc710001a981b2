package org.tillwright.core.returns.seeded;

import org.tillwright.wire.json.Fault;

/** Breaks a rule on purpose, so that a test can see the rule bite. */
public final class ReturnsThatKnowTheWire {
    public String field(Fault fault) {
        return fault.field();
    }
}
