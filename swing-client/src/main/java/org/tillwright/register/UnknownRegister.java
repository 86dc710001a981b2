package org.tillwright.register;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.connection.UnattendedEnrolment;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.outbox.DutyThread;
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

    /** There is something to do only where someone looks after the machine, and until the register is known. */
    static @Nullable DutyThread enrolment(RegisterParts parts) {
        Path code = parts.home().enrolmentCode();
        if (code == null || parts.identity().isPresent() || parts.hasLostItsJournal()) {
            return null;
        }
        UnattendedEnrolment enrolment = new UnattendedEnrolment(
                code,
                new UnknownRegister(parts),
                parts.watch()::lost,
                new Backoff(parts.platform().random()));
        return new DutyThread("register enrolment", enrolment::turn);
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
