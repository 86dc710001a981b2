package org.tillwright.boot.backup;

import java.util.List;

/** A backup that is not what it should be; every fault is told, one sentence each. */
public final class BackupException extends Exception {

    private final List<String> faults;

    BackupException(List<String> faults) {
        super(String.join(" ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
