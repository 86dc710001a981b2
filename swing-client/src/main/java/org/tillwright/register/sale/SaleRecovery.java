package org.tillwright.register.sale;

import java.lang.System.Logger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/** Finds in the journal what a sale session needs after a restart. */
final class SaleRecovery {

    private static final Logger LOG = System.getLogger(SaleRecovery.class.getName());

    private SaleRecovery() {}

    static @Nullable FinishedSale lastSale(Journal journal) throws JournalException {
        Optional<StoredRecord> newest = journal.newest(RecordKind.SALE);
        try {
            return newest.map(record -> FinishedSale.of(WireJson.read(record.body(), JournalRecord.class)))
                    .orElse(null);
        } catch (MalformedMessageException e) {
            throw new JournalException(JournalException.Reason.UNREADABLE, "the last sale: " + e.getMessage(), e);
        }
    }

    /** Returns the sale that was in progress; a draft that cannot be read is dropped, it was never a fact. */
    static Optional<SaleInProgress> draft(Journal journal, Catalogue catalogue) throws JournalException {
        Optional<byte[]> bytes = journal.drafts().find();
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SaleDrafts.read(WireJson.read(bytes.get(), SaleDraft.class), catalogue));
        } catch (MalformedMessageException e) {
            LOG.log(Logger.Level.WARNING, "the draft of the last sale is of no use", e);
            journal.drafts().drop();
            return Optional.empty();
        }
    }
}
