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

    /** The printer reported it printed, or a person decided that it need not be. */
    public void settled(FinishedSale sale) throws JournalException {
        journal.note(NOTE, Long.toString(sale.record().sequence()));
    }

    /** The newest sale in the journal, if nobody knows whether its receipt is on paper. */
    public Optional<FinishedSale> newestUnsettled() throws JournalException {
        String settled = journal.note(NOTE).orElse("");
        return Optional.ofNullable(SaleRecovery.lastSale(journal))
                .filter(sale -> !Long.toString(sale.record().sequence()).equals(settled));
    }
}
