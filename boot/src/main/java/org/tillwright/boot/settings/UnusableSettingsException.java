package org.tillwright.boot.settings;

import java.util.List;

/** Settings that cannot be used. Carries every fault, so that a person mends them all at once. */
public final class UnusableSettingsException extends Exception {

    private final List<String> faults;

    public UnusableSettingsException(List<String> faults) {
        super(String.join(" ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence for each fault. */
    public List<String> faults() {
        return faults;
    }
}
