package org.tillwright.server.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.platform.FaultLog;
import org.tillwright.wire.BatchAnswer;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordAnswer;
import org.tillwright.wire.RecordBatch;
import org.tillwright.wire.SealedRecord;
import org.tillwright.wire.json.Fault;

/** The answers to a batch while they are gathered, in its order. */
final class BatchAnswers {

    private static final long CREATED = 201;
    private static final long OK = 200;
    private static final int LATER = 503;

    private final RecordBatch batch;
    private final List<RecordAnswer> answers = new ArrayList<>();
    private boolean stopped;

    /**
     * Begins the answers to a batch.
     *
     * @throws Refused with {@code MALFORMED} when the batch is empty, or not in the order of its numbers
     */
    BatchAnswers(RecordBatch batch) {
        List<Fault> faults = new ArrayList<>();
        if (batch.records().isEmpty()) {
            faults.add(new Fault("records", "is empty"));
        }
        for (int i = 1; i < batch.records().size(); i++) {
            if (batch.records().get(i).sequence() <= batch.records().get(i - 1).sequence()) {
                faults.add(new Fault("records[" + i + "].sequence", "is not above the one before it"));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refused(ProblemCode.MALFORMED, "This is no batch of records; nothing of it was taken.", faults);
        }
        this.batch = batch;
    }

    /** The exact bytes of a member's record. */
    static byte[] bytesOf(SealedRecord member) {
        return member.record().getBytes(StandardCharsets.UTF_8);
    }

    void add(AcceptedRecord accepted) {
        long status = accepted.isRepeat() ? OK : CREATED;
        answers.add(new RecordAnswer(accepted.acceptance().sequence(), status, accepted.acceptance(), null));
    }

    /** Notes a refusal: for good, or for now, and then nothing after it is tried. */
    void add(SealedRecord member, Refused refused) {
        int status = JournalService.isForGood(refused) ? refused.code().httpStatus() : LATER;
        stopped = status == LATER;
        add(member, Problem.of(status, refused.code().name(), refused.detail(), refused.faults()));
    }

    /** Notes that a record met something that nobody expected, and logs it once, under a reference. */
    void fail(SealedRecord member, Exception fault, String workstationId) {
        stopped = true;
        String caller = "workstation=" + workstationId;
        boolean isAway = FaultLog.isDatabaseAway(fault);
        String reference = isAway ? FaultLog.noteDatabaseAway(caller) : FaultLog.note(fault, caller);
        ProblemCode code = isAway ? ProblemCode.DATABASE_AWAY : ProblemCode.SERVER_FAULT;
        String detail = "The server could not take this record, and has noted why under number " + reference
                + "; send it again.";
        add(member, Problem.of(LATER, code.name(), detail, List.of()).under(reference));
    }

    /** True once a record is to be sent again. */
    boolean isStopped() {
        return stopped;
    }

    /** Returns an answer for each record; those that were not tried are to be sent again. */
    BatchAnswer all() {
        String detail = "This record was not tried, because one before it is to be sent again; send it after that.";
        for (SealedRecord untried :
                batch.records().subList(answers.size(), batch.records().size())) {
            add(untried, Problem.of(LATER, ProblemCode.TOO_BUSY.name(), detail, List.of()));
        }
        return new BatchAnswer(answers);
    }

    private void add(SealedRecord member, Problem problem) {
        answers.add(new RecordAnswer(member.sequence(), problem.status(), null, problem));
    }
}
