package org.tillwright.server.journal;

import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.platform.Contention;
import org.tillwright.server.platform.Counts;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.server.stores.EnrolmentService;
import org.tillwright.wire.BatchAnswer;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.RecordBatch;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SealedRecord;
import org.tillwright.wire.seal.JournalChain;

/** The door for registers' records. */
@Stateless
public class JournalService {

    /** Transactions that one call may try before it asks the register to come again. */
    private static final int MAX_ATTEMPTS = 5;

    /** Records of a batch that share a transaction, and so the disk's time for a commit. */
    private static final int GROUP = 25;

    @Inject
    BookingService booking;

    @Inject
    QuarantineService quarantine;

    @Inject
    JournalRecords records;

    @Inject
    JournalSeals seals;

    @Inject
    EnrolmentService enrolments;

    @Inject
    PublicationService publications;

    @Inject
    Counts counts;

    /**
     * Takes a record, in a transaction of its own. Safe to repeat: the same bytes again give the first answer again.
     * Losing a race against an equal call, or a deadlock, is tried again here and never told to the register.
     *
     * <p>A refusal for good is noted before it is told: the register puts that record aside and never sends it by itself
     * again. When it cannot be noted, the call fails, and the register comes again.
     *
     * @param workstationId as the address and the register's token say
     * @param seal the line of its seal; null when it came without
     * @param bytes exactly as received
     * @throws Refused when the record is damaged, contradicts itself, is not the one accepted before, or is not sealed as its
     *     register's journal goes on
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AcceptedRecord accept(String workstationId, long sequence, @Nullable String seal, byte[] bytes) {
        try {
            ReceivedRecord received = ReceivedRecord.read(workstationId, sequence, seal, bytes);
            AcceptedRecord accepted =
                    untilItWins(() -> booking.book(List.of(received))).get(0);
            count(received, accepted);
            return accepted;
        } catch (Refused refused) {
            if (isForGood(refused)) {
                untilItWins(() -> {
                    quarantine.note(workstationId, sequence, bytes, refused);
                    return refused;
                });
            }
            throw refused;
        }
    }

    /**
     * Takes a batch, in order; each record gets the answer that it would have got alone. Those that share a transaction and
     * cannot all be booked in it are booked one by one. After one that is to be sent again nothing more is tried, so that the
     * order stays.
     *
     * @throws Refused with {@code MALFORMED} when it is no batch: then nothing of it was taken
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public BatchAnswer accept(String workstationId, RecordBatch batch) {
        BatchAnswers answers = new BatchAnswers(batch);
        for (int from = 0; from < batch.records().size() && !answers.isStopped(); from += GROUP) {
            List<SealedRecord> group = batch.records()
                    .subList(from, Math.min(from + GROUP, batch.records().size()));
            if (!isBookedTogether(workstationId, group, answers)) {
                bookOneByOne(workstationId, group, answers);
            }
        }
        return answers.all();
    }

    /** False when anything of it is refused or in another's way; then none of it was booked. */
    private boolean isBookedTogether(String workstationId, List<SealedRecord> group, BatchAnswers answers) {
        try {
            List<ReceivedRecord> received = new ArrayList<>();
            for (SealedRecord member : group) {
                received.add(ReceivedRecord.read(
                        workstationId, member.sequence(), member.seal(), BatchAnswers.bytesOf(member)));
            }
            List<AcceptedRecord> accepted = booking.book(received);
            for (int i = 0; i < accepted.size(); i++) {
                count(received.get(i), accepted.get(i));
                answers.add(accepted.get(i));
            }
            return true;
        } catch (Refused | Contention e) {
            counts.add(Counts.Event.GROUP_SPLIT);
            return false;
        } catch (EJBException e) {
            return false; // whatever it is, it is told of the record that has it
        }
    }

    private void bookOneByOne(String workstationId, List<SealedRecord> group, BatchAnswers answers) {
        for (SealedRecord member : group) {
            if (answers.isStopped()) {
                return;
            }
            try {
                answers.add(accept(workstationId, member.sequence(), member.seal(), BatchAnswers.bytesOf(member)));
            } catch (Refused refused) {
                answers.add(member, refused);
            } catch (EJBException e) {
                answers.fail(member, e, workstationId);
            }
        }
    }

    private <T> T untilItWins(Supplier<T> transaction) {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            try {
                return transaction.get();
            } catch (Contention e) {
                counts.add(Counts.Event.RECORD_RETRIED);
            }
        }
        throw new Refused(ProblemCode.TOO_BUSY, "Too many tills want the same rows at once; send the record again.");
    }

    /**
     * Tells a register which of its records are here, so that it can send again what a restored server lacks. Records
     * that it sends without need get their first answer again, so the list of gaps may end early.
     *
     * @param at the number up to which the register wants the head of its chain; null for the newest
     */
    @RolesAllowed(REGISTER)
    public JournalState state(String workstationId, @Nullable Long at) {
        JournalRecords.Extent extent = records.extent(workstationId);
        boolean hasGaps = extent.count() < extent.highest();
        List<JournalState.Gap> gaps = hasGaps ? records.gaps(workstationId, JournalState.MAX_GAPS) : List.of();
        boolean toldAll = gaps.size() < JournalState.MAX_GAPS;
        long checkedTo = toldAll ? extent.highest() : gaps.get(gaps.size() - 1).to();
        Optional<JournalSeals.Link> newest = seals.newest(workstationId, at == null ? Long.MAX_VALUE : at);
        return new JournalState(
                workstationId,
                publications.epoch(),
                extent.highest(),
                extent.count(),
                checkedTo,
                gaps,
                newest.map(JournalSeals.Link::sequence).orElse(null),
                newest.map(JournalSeals.Link::head).orElse(null),
                enrolments.publicKey(workstationId).map(JournalChain::keyId).orElse(null));
    }

    /** True if a register quarantines a record that is refused so; after anything else it sends the record again. */
    static boolean isForGood(Refused refused) {
        return switch (refused.code().httpStatus()) {
            case 400, 409, 422 -> true;
            default -> false;
        };
    }

    private void count(ReceivedRecord received, AcceptedRecord accepted) {
        if (accepted.isRepeat()) {
            counts.add(Counts.Event.RECORD_REPEATED);
            return;
        }
        counts.add(Counts.Event.RECORD_ACCEPTED);
        if (received.kind() == RecordKind.SALE) {
            counts.add(Counts.Event.SALE_ACCEPTED);
        }
        if (accepted.acceptance().disputed()) {
            counts.add(Counts.Event.SALE_DISPUTED);
        }
    }
}
