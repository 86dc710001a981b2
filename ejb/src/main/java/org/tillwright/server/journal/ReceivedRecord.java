package org.tillwright.server.journal;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/** A record as it came, read and checked completely: what is here is sound, and its bytes are what the register signed. */
public final class ReceivedRecord {

    /** Far beyond any register's life, and far enough from a long's end that a next one always has a number. */
    private static final long MAX_SEQUENCE = 1_000_000_000_000_000L;

    private final byte[] bytes;
    private final JournalRecord record;
    private final RecordKind kind;
    private final Record message;

    private ReceivedRecord(byte[] bytes, JournalRecord record, RecordKind kind, Record message) {
        this.bytes = bytes.clone();
        this.record = record;
        this.kind = kind;
        this.message = message;
    }

    /**
     * Reads and checks a record.
     *
     * @throws Refused with {@code MALFORMED}, {@code UNKNOWN_KIND} or {@code UNSOUND_SALE}, and every fault
     */
    static ReceivedRecord read(String workstationId, long sequence, byte[] bytes) {
        try {
            JournalRecord record = WireJson.read(bytes, JournalRecord.class);
            requireSameAddress(record, workstationId, sequence);
            record.taxPolicy().policy();
            RecordKind kind = RecordKind.find(record.kind());
            if (kind == null) {
                throw new Refused(
                        ProblemCode.UNKNOWN_KIND,
                        "This server is too old to know records of kind " + record.kind() + "; update it.");
            }
            Record message = messageOf(record, kind);
            requireSound(message);
            return new ReceivedRecord(bytes, record, kind, message);
        } catch (MalformedMessageException e) {
            throw malformed(e.faults());
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    JournalRecord record() {
        return record;
    }

    RecordKind kind() {
        return kind;
    }

    <T extends Record> T message(Class<T> type) {
        return type.cast(message);
    }

    String storeId() {
        return MessageCheck.storeIdOf(message);
    }

    private static Record messageOf(JournalRecord record, RecordKind kind) {
        try {
            return record.message(kind.payload());
        } catch (MalformedMessageException e) {
            throw new MalformedMessageException(e.faults().stream()
                    .map(fault -> new Fault("payload." + fault.field(), fault.message()))
                    .toList());
        }
    }

    private static void requireSameAddress(JournalRecord record, String workstationId, long sequence) {
        List<Fault> faults = new ArrayList<>();
        if (!record.workstationId().equals(workstationId)) {
            faults.add(new Fault("workstationId", "is not " + workstationId + ", which the address says"));
        }
        if (record.sequence() != sequence) {
            faults.add(new Fault("sequence", "is not " + sequence + ", which the address says"));
        }
        if (record.sequence() < 1 || record.sequence() > MAX_SEQUENCE) {
            faults.add(new Fault("sequence", "is not between 1 and " + MAX_SEQUENCE));
        }
        if (!faults.isEmpty()) {
            throw malformed(faults);
        }
    }

    private static void requireSound(Record message) {
        List<Fault> faults = new ArrayList<>(MessageCheck.faultsOf(message));
        if (message instanceof SaleMessage sale) {
            faults.addAll(sale.faults());
        }
        if (!faults.isEmpty()) {
            throw new Refused(ProblemCode.UNSOUND_SALE, "The record contradicts itself.", faults);
        }
    }

    private static Refused malformed(List<Fault> faults) {
        return new Refused(ProblemCode.MALFORMED, "The record is not complete or not readable.", faults);
    }
}
