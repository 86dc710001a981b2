package org.tillwright.core.gs1.seeded;

import org.tillwright.core.scan.ScanRules;

/** Breaks a rule on purpose, so that a test can see the rule bite. */
public final class Gs1ThatKnowsTheDoor {
    public int year(ScanRules rules) {
        return rules.year();
    }
}
