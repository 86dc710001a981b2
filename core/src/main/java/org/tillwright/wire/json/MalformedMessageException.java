package org.tillwright.wire.json;

import java.util.List;
import java.util.stream.Collectors;

/** A message that is not what its type says. Carries every fault that was found, not only the first. */
public final class MalformedMessageException extends RuntimeException {

    private final List<Fault> faults;

    public MalformedMessageException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
