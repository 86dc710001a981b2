package org.tillwright.server;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;
import org.tillwright.wire.json.Fault;

/** The business says no to what a person entered, and names every reason at once. */
@ApplicationException(rollback = true)
public class RefusedForReasons extends Refused {

    private final List<Reason> reasons;

    public RefusedForReasons(ProblemCode code, List<? extends Reason> reasons) {
        super(
                code,
                reasons.stream().map(Reason::sentence).collect(Collectors.joining(" ")),
                reasons.stream()
                        .filter(reason -> !reason.field().isEmpty())
                        .map(reason -> new Fault(reason.field(), reason.sentence()))
                        .toList(),
                reasons.size() == 1 ? Wording.of(reasons.get(0).key()) : null);
        this.reasons = List.copyOf(reasons);
    }

    /** For what has one reason. */
    public static RefusedForReasons of(ProblemCode code, Reason reason) {
        return new RefusedForReasons(code, List.of(reason));
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
