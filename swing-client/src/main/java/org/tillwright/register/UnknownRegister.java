package org.tillwright.register;

import org.tillwright.register.connection.UnattendedEnrolment;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.server.ProblemNotices;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.EnrolmentAnswer;

/** A register that somebody looks after from afar, until its server knows it. */
final class UnknownRegister implements UnattendedEnrolment.Register {

    private final RegisterParts parts;

    UnknownRegister(RegisterParts parts) {
        this.parts = parts;
    }

    @Override
    public boolean isEnrolled() {
        return parts.identity().isPresent();
    }

    @Override
    public Reply<EnrolmentAnswer> enrol(String code) throws JournalException {
        return parts.enrol(code);
    }

    @Override
    public Notice reason(Reply.Refused<?> refused) {
        return ProblemNotices.of(refused.problem(), parts.server().address());
    }
}
