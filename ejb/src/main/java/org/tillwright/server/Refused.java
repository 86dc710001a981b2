package org.tillwright.server;

import jakarta.ejb.ApplicationException;
import java.util.List;
import org.tillwright.wire.json.Fault;

/**
 * The business says no: expected, explained to whoever asked, rolled back, and not logged as a failure.
 *
 * <p>Bugs are {@link IllegalStateException}s; broken machinery keeps its own exception. Neither is ever wrapped in this.
 */
@ApplicationException(rollback = true)
public class Refused extends RuntimeException {

    private final ProblemCode code;
    private final String detail;
    private final List<Fault> faults;

    public Refused(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public Refused(ProblemCode code, String detail, List<Fault> faults) {
        super(code + ": " + detail + (faults.isEmpty() ? "" : " " + faults));
        this.code = code;
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    public ProblemCode code() {
        return code;
    }

    /** One sentence for the person who asked; names the thing, gives no internals. */
    public String detail() {
        return detail;
    }

    /** Each field that was wrong; empty when no field is to blame. */
    public List<Fault> faults() {
        return faults;
    }
}
