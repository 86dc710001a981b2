package org.tillwright.register.settings;

import java.util.List;

/** The settings cannot be used. Carries every fault, each one a sentence that names its key. */
public final class SettingsException extends Exception {

    private final List<String> faults;

    public SettingsException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
