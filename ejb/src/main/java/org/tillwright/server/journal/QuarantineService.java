package org.tillwright.server.journal;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.wire.json.Fault;

/**
 * The door for what registers sent and the server refused for good. The register puts such a record aside and goes on;
 * without a note here nobody would ever hear of it.
 */
@Stateless
public class QuarantineService {

    /** Rows in one answer. */
    public static final int MAX_RECORDS = 500;

    /** Characters of a note. */
    public static final int MAX_NOTE = 500;

    private static final System.Logger LOG = System.getLogger(QuarantineService.class.getName());

    @Inject
    RefusedRecords records;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Notes a refusal in a transaction of its own: the record's was rolled back. Nothing is noted for a workstation at
     * which no register is enrolled, and nothing beyond the rows that a workstation may have while all of them still
     * matter; the register has the record in any case.
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void note(String workstationId, long sequence, byte[] bytes, Refused why) {
        if (!records.lockEnrolled(workstationId)) {
            return;
        }
        String hash = sha256(bytes);
        Instant now = now();
        if (records.again(workstationId, sequence, hash, why, now)) {
            return;
        }
        if (records.countOf(workstationId) >= RefusedRecords.MOST_OF_A_WORKSTATION
                && !records.forgetOne(workstationId)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "refused record {0} of {1} is not kept here: {2} of that workstation wait to be looked at",
                    sequence,
                    workstationId,
                    RefusedRecords.MOST_OF_A_WORKSTATION);
            return;
        }
        records.add(workstationId, sequence, hash, bytes, why, now);
    }

    /** Returns a store's refused records: those that still matter first, and among equals the newest first. */
    @RolesAllowed(SUPERVISOR)
    public List<RefusedRecord> newest(String storeId) {
        return records.newest(storeId, MAX_RECORDS);
    }

    @RolesAllowed(SUPERVISOR)
    public Optional<RefusedRecord> find(String storeId, long refusedRecordId) {
        return records.find(storeId, refusedRecordId);
    }

    /** Returns what is kept of a record's bytes: all of them, unless they were very many. */
    @RolesAllowed(SUPERVISOR)
    public Optional<byte[]> content(String storeId, long refusedRecordId) {
        return records.content(storeId, refusedRecordId);
    }

    /** Counts the refused records of a store that are neither in the books after all nor looked at. */
    @RolesAllowed(SUPERVISOR)
    public long countOpen(String storeId) {
        return records.countOpen(storeId);
    }

    /**
     * Returns when a record of a store was refused last. Open to all inside, and tells no more than that: the server itself
     * asks on behalf of open pages, and who may open one was asked at the door.
     */
    @PermitAll
    public Optional<Instant> lastRefusal(String storeId) {
        return records.lastRefusal(storeId);
    }

    /**
     * Marks a refused record as looked at. It may be said again: the last word counts, and the audit trail has each.
     *
     * @throws Refused with {@code NOT_FOUND} when this store has no such record, {@code MALFORMED} for a note that is
     *     empty or too long
     */
    @RolesAllowed(MANAGER)
    public void markLookedAt(String storeId, long refusedRecordId, String operatorId, String note) {
        String told = note.strip();
        if (told.isEmpty() || told.length() > MAX_NOTE) {
            throw new Refused(
                    ProblemCode.MALFORMED,
                    "Note in a few words what you found, in at most " + MAX_NOTE + " characters.",
                    List.of(new Fault("note", "is empty or longer than " + MAX_NOTE + " characters")),
                    Refused.Wording.of("transactions.refusal.note", MAX_NOTE));
        }
        RefusedRecord record = records.find(storeId, refusedRecordId)
                .orElseThrow(() -> new Refused(
                        ProblemCode.NOT_FOUND,
                        "Refused record " + refusedRecordId + " is not of this store; look at the list again.",
                        Refused.Wording.of("transactions.refusal.recordGone")));
        records.setLook(refusedRecordId, operatorId, told, now());
        audit.record(new AuditNote(
                "REFUSED_RECORD_LOOKED_AT",
                clock.instant(),
                storeId,
                record.workstationId(),
                operatorId,
                record.workstationId() + "/" + record.sequence(),
                told));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
