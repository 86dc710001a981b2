package org.tillwright.wire.seeded;

import org.assertj.core.api.Assertions;

/** Breaks a rule on purpose, so that a test can see the rule bite. */
public final class WireThatKnowsAnotherLibrary {
    public void check(long minor) {
        Assertions.assertThat(minor).isNotZero();
    }
}
