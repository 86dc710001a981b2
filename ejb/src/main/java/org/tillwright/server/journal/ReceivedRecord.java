package org.tillwright.server.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.seal.RecordSeal;

/** A record as it came, read and checked completely: what is here is sound, and its bytes are what the register signed. */
public final class ReceivedRecord {

    /** Far beyond any register's life, and far enough from a long's end that a next one always has a number. */
    private static final long MAX_SEQUENCE = 1_000_000_000_000_000L;

    private final byte[] bytes;
    private final JournalRecord record;
    private final RecordKind kind;
    private final Record message;
    private final @Nullable RecordSeal seal;

    private ReceivedRecord(
            byte[] bytes, JournalRecord record, RecordKind kind, Record message, @Nullable RecordSeal seal) {
        this.bytes = bytes.clone();
        this.record = record;
        this.kind = kind;
        this.message = message;
        this.seal = seal;
    }

    /**
     * Reads and checks a record.
     *
     * @param sealLine the line of its seal; null when it has none
     * @throws Refused with {@code MALFORMED}, {@code UNKNOWN_KIND} or {@code UNSOUND_SALE}, and every fault; with
     *     {@code SEAL_BROKEN} when its seal is none
     */
    static ReceivedRecord read(String workstationId, long sequence, @Nullable String sealLine, byte[] bytes) {
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
            return new ReceivedRecord(bytes, record, kind, message, sealOf(sealLine));
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

    @Nullable
    RecordSeal seal() {
        return seal;
    }

    String storeId() {
        return MessageCheck.storeIdOf(message);
    }

    private static @Nullable RecordSeal sealOf(@Nullable String line) {
        return line == null
                ? null
                : RecordSeal.read(line)
                        .orElseThrow(() -> new Refused(
                                ProblemCode.SEAL_BROKEN, "The record's seal is not readable; send it as it was made."));
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
