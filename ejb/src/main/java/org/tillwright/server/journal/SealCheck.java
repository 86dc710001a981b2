package org.tillwright.server.journal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.stores.EnrolmentService;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.KeyChangedMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.seal.JournalChain;
import org.tillwright.wire.seal.RecordSeal;

/**
 * Takes a record into its workstation's chain: its seal must be one of the workstation's keys over these very bytes, and go on
 * from the record before it, where that is here. Where it is not, the link is looked at when that record comes.
 */
@Dependent
class SealCheck {

    @Inject
    JournalSeals seals;

    @Inject
    EnrolmentService enrolments;

    /**
     * Checks a record's seal against the ones around it, and keeps it.
     *
     * @throws Refused with {@code SEAL_MISSING}, {@code SEAL_BROKEN} or {@code CHAIN_FORKED}
     */
    void take(ReceivedRecord received) {
        RecordSeal seal = received.seal();
        JournalRecord record = received.record();
        if (seal == null) {
            requireUnsealedBefore(received);
            return;
        }
        requireSigned(received, seal);
        String head = seal.head(record.workstationId(), record.sequence(), received.bytes());
        requireLinks(received, seal, head);
        seals.add(record.workstationId(), record.sequence(), seal, head);
    }

    /** A register that is one release older seals nothing. One that has sealed goes on doing so. */
    private void requireUnsealedBefore(ReceivedRecord received) {
        JournalRecord record = received.record();
        if (received.kind() == RecordKind.KEY_CHANGED
                || seals.newest(record.workstationId(), record.sequence()).isPresent()) {
            throw new Refused(
                    ProblemCode.SEAL_MISSING,
                    "Record " + record.sequence() + " of " + record.workstationId()
                            + " has no seal, and records before it have one; update that register's program.");
        }
    }

    private void requireSigned(ReceivedRecord received, RecordSeal seal) {
        JournalRecord record = received.record();
        PublicKey key = keyOf(received, seal)
                .orElseThrow(() -> broken(received, "is sealed with a key that this workstation never had"));
        if (!seal.holds(record.workstationId(), record.sequence(), received.bytes(), key)) {
            throw broken(received, "is not what its register sealed");
        }
        if (received.kind() == RecordKind.KEY_CHANGED
                && !received.message(KeyChangedMessage.class).newKeyId().equals(seal.keyId())) {
            throw broken(received, "tells of another key than the one that sealed it");
        }
    }

    /**
     * A restored server may not know a key that was enrolled after its copy was made. The register, which has proved who it
     * is by the key it has now, tells it in the record with which that key began.
     */
    private Optional<PublicKey> keyOf(ReceivedRecord received, RecordSeal seal) {
        String workstationId = received.record().workstationId();
        Optional<PublicKey> known = enrolments.publicKey(workstationId, seal.keyId());
        return known.isEmpty() && received.kind() == RecordKind.KEY_CHANGED
                ? enrolments.learnKey(
                        workstationId,
                        seal.keyId(),
                        received.message(KeyChangedMessage.class).newPublicKey())
                : known;
    }

    private void requireLinks(ReceivedRecord received, RecordSeal seal, String head) {
        String workstationId = received.record().workstationId();
        long sequence = received.record().sequence();
        if (sequence == 1 && !seal.previous().equals(JournalChain.START)) {
            throw forked(received);
        }
        List<JournalSeals.Link> around = seals.neighbours(workstationId, sequence);
        JournalSeals.Link before = at(around, sequence - 1);
        JournalSeals.Link after = at(around, sequence + 1);
        if ((before != null && !before.head().equals(seal.previous()))
                || (after != null && !after.previous().equals(head))) {
            throw forked(received);
        }
        boolean changesKey = before != null && !before.keyId().equals(seal.keyId());
        if (changesKey && received.kind() != RecordKind.KEY_CHANGED) {
            throw broken(received, "is sealed with another key than the record before it, and tells of no new key");
        }
    }

    private static JournalSeals.@Nullable Link at(List<JournalSeals.Link> links, long sequence) {
        return links.stream()
                .filter(link -> link.sequence() == sequence)
                .findFirst()
                .orElse(null);
    }

    private static Refused broken(ReceivedRecord received, String what) {
        return new Refused(
                ProblemCode.SEAL_BROKEN,
                "Record " + received.record().sequence() + " of "
                        + received.record().workstationId() + " " + what + ".");
    }

    private static Refused forked(ReceivedRecord received) {
        return new Refused(
                ProblemCode.CHAIN_FORKED,
                "Record " + received.record().sequence() + " of "
                        + received.record().workstationId()
                        + " goes on from another journal than the one that is here; the register's disk is a copy, or was"
                        + " put back. Enrol it anew.");
    }
}
