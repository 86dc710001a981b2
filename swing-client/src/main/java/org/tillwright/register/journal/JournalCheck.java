package org.tillwright.register.journal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.seal.JournalChain;
import org.tillwright.wire.seal.RecordSeal;

/** Goes through a journal's numbers, chain and signatures, and finds each record with which something is wrong. */
public final class JournalCheck {

    private static final int MOST_FINDINGS = 1_000;

    private final String workstationId;
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Map<Long, String> starts = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long last;
    private @Nullable String head = JournalChain.START;
    private long count;

    private JournalCheck(String workstationId) {
        this.workstationId = workstationId;
    }

    /**
     * What is wrong with a record.
     *
     * @param problem a sentence's end, as it is said of the record
     */
    public record Finding(long sequence, String problem) {}

    /** What came of a check: how many records there were, the newest, and what is wrong, at most a thousand times. */
    public record Result(long records, long newest, List<Finding> findings) {}

    /** Checks all of a journal, with one record of it in memory. */
    public static Result of(JournalFile journal) throws JournalException {
        JournalCheck check = new JournalCheck(journal.workstationId());
        for (JournalFile.Key key : journal.keys()) {
            check.add(key);
        }
        journal.starts().forEach(start -> check.starts.put(start.sequence(), start.head()));
        journal.each(check::check);
        return new Result(check.count, check.last, List.copyOf(check.findings));
    }

    private void add(JournalFile.Key key) {
        try {
            PublicKey read = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.encoded()));
            if (JournalChain.keyId(read).equals(key.keyId())) {
                keys.put(key.keyId(), read);
            }
        } catch (GeneralSecurityException e) {
            keys.remove(key.keyId()); // its records say that they were sealed with a key that is not here
        }
    }

    private void check(JournalFile.Entry entry) {
        count++;
        if (entry.sequence() != last + 1) {
            head = starts.get(entry.sequence() - 1);
            if (head == null) {
                find(
                        entry.sequence(),
                        entry.sequence() == last + 2
                                ? "stands where record " + (last + 1) + " should; that is missing"
                                : "comes after record " + last + "; those between are missing");
            }
        }
        String problem = problemOf(entry);
        if (problem != null) {
            find(entry.sequence(), problem);
        }
        last = entry.sequence();
    }

    private @Nullable String problemOf(JournalFile.Entry entry) {
        String before = head;
        head = null;
        Optional<RecordSeal> read = RecordSeal.read(entry.sealLine());
        if (read.isEmpty()) {
            return entry.sealLine().isEmpty() ? "has no seal" : "has a seal that cannot be read";
        }
        RecordSeal seal = read.get();
        PublicKey key = keys.get(seal.keyId());
        if (key == null) {
            return "is sealed with key " + seal.keyId() + ", which this journal does not have";
        }
        if (!seal.holds(workstationId, entry.sequence(), entry.body(), key)) {
            return "is not as it was sealed";
        }
        if (before != null && !before.equals(seal.previous())) {
            return "goes on from another record than the one before it";
        }
        head = seal.head(workstationId, entry.sequence(), entry.body());
        return null;
    }

    private void find(long sequence, String problem) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(sequence, problem));
        }
    }
}
