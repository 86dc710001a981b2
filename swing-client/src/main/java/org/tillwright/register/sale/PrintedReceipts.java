package org.tillwright.register.sale;

import java.util.Optional;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;

/**
 * Remembers on disk which receipt the printer reported printed last, so that a receipt which a power cut took is missed
 * afterwards. Any thread may call it.
 */
public final class PrintedReceipts {

    private static final String NOTE = "receipt-printed";

    private final Journal journal;

    public PrintedReceipts(Journal journal) {
        this.journal = journal;
    }

    /**
     * The printer reported it printed, or a person decided that it need not be. No sale waits until the disk has that: a power
     * cut that takes the note has the receipt offered once too often, and never once too few.
     */
    public void settled(FinishedSale sale) throws JournalException {
        long sequence = sale.record().sequence();
        synchronized (journal) { // a copy of an older sale says nothing of the newest
            if (sequence > newestSettled()) {
                journal.jot(NOTE, Long.toString(sequence));
            }
        }
    }

    /** The newest sale in the journal, if nobody knows whether its receipt is on paper. */
    public Optional<FinishedSale> newestUnsettled() throws JournalException {
        long settled = newestSettled();
        return Optional.ofNullable(SaleRecovery.lastSale(journal))
                .filter(sale -> sale.record().sequence() > settled);
    }

    /** The sequence of the newest sale whose receipt is on paper; 0 before the first. */
    private long newestSettled() throws JournalException {
        return journal.note(NOTE).map(Long::parseLong).orElse(0L);
    }
}
