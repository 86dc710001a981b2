package org.tillwright.server;

import jakarta.ejb.ApplicationException;

/** The business says no, and what it noted about the asking stays: a wrong PIN counts although nobody gets in. */
@ApplicationException(rollback = false)
public class RefusedAndNoted extends Refused {

    public RefusedAndNoted(ProblemCode code, String detail) {
        super(code, detail);
    }

    public RefusedAndNoted(ProblemCode code, String detail, Wording wording) {
        super(code, detail, wording);
    }
}
