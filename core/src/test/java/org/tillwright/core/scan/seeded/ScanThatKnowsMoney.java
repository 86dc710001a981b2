package org.tillwright.core.scan.seeded;

import org.tillwright.core.money.Money;

/** Breaks a rule on purpose, so that a test can see the rule bite. */
public final class ScanThatKnowsMoney {
    public long price(Money money) {
        return money.minor();
    }
}
