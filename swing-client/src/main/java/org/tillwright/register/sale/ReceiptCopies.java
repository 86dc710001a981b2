package org.tillwright.register.sale;

import java.time.Clock;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.JournalSearch;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.json.WireJson;

/**
 * Counts the copies of receipts. A copy is in the journal before it is printed, whether a person asked for it or a printer
 * lost its driver in the middle of the first. Any thread may use it.
 */
public final class ReceiptCopies {

    static final String COPIED = "RECEIPT_REPRINTED";

    /** Why nobody asked for this one; it is data of the journal, not a text for the screen. */
    private static final String DRIVER_LOST = "the printer's driver was lost while it printed";

    private final Journal journal;
    private final Clock clock;

    public ReceiptCopies(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Writes down that a copy is made because the first receipt may be on paper, in part or whole, in the name of who sold.
     *
     * @return the number of the copy, from 1
     * @throws JournalException if that is not on disk; then there must be no copy
     */
    public int madeAfterLoss(FinishedSale sale, Catalogue catalogue) throws JournalException {
        int number;
        synchronized (journal) { // or a copy that somebody asks for at this moment would have the same number
            number = next(journal, sale);
            journal.appendSoon(
                    RecordKind.EVENT,
                    new SellingRule(catalogue.number(), catalogue.taxPolicy()),
                    new EventMessage(
                            COPIED,
                            catalogue.store().storeId(),
                            sale.sale().operatorId(),
                            clock.instant(),
                            sale.transactionId().toString(),
                            DRIVER_LOST));
        }
        journal.sync();
        return number;
    }

    /** The number that the next copy of a receipt has, from 1. */
    static int next(Journal journal, FinishedSale sale) throws JournalException {
        String subject = sale.transactionId().toString();
        int number = 1;
        for (StoredRecord record :
                new JournalSearch(journal).holding(subject, sale.record().sequence(), RecordKind.EVENT)) {
            EventMessage event =
                    WireJson.read(record.body(), JournalRecord.class).message(EventMessage.class);
            number += event.event().equals(COPIED) && subject.equals(event.subject()) ? 1 : 0;
        }
        return number;
    }
}
