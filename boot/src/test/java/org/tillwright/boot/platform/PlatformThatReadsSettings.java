package org.tillwright.boot.platform;

import org.tillwright.boot.settings.SettingsList;

/** Breaks a rule on purpose; only the tests of the rules look at it. */
public final class PlatformThatReadsSettings {

    private PlatformThatReadsSettings() {}

    static int faults(SettingsList settings) {
        return settings.faults().size();
    }
}
