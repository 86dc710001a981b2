package org.tillwright.register.journal;

import java.util.List;
import java.util.Optional;
import org.tillwright.wire.RecordKind;

/** Finds records by what is in them. Reads only; some answers take a moment, and are not for the event thread. */
public final class JournalSearch {

    /** Records that one question reads at most. */
    public static final int MAX_RECORDS = 1_000;

    private final Journal journal;

    public JournalSearch(Journal journal) {
        this.journal = journal;
    }

    /** The record of a sale whose id begins so, in small letters and with its dashes. */
    public Optional<StoredRecord> sale(String idBegins) throws JournalException {
        return journal
                .read(
                        "where kind = ? and transaction_id >= ? and transaction_id < ? limit 1",
                        RecordKind.SALE.name(),
                        idBegins,
                        idBegins + "g")
                .stream()
                .findFirst();
    }

    /** Records of a kind below a sequence, newest first. */
    public List<StoredRecord> before(long sequence, RecordKind kind, int most) throws JournalException {
        return journal.read(
                "where sequence < ? and kind = ? order by sequence desc limit ?", sequence, kind.name(), most);
    }

    /** Records of a kind from a sequence on that hold a text, such as the id of a sale, oldest first. */
    public List<StoredRecord> holding(String text, long sequence, RecordKind kind) throws JournalException {
        return journal.read(
                "where sequence >= ? and kind = ? and instr(body, cast(? as blob)) > 0 order by sequence limit ?",
                sequence,
                kind.name(),
                text,
                MAX_RECORDS);
    }
}
