package org.tillwright.register.sale;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.SaleOutcome.Copied;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;

/** The sale before the one in progress: its change stays readable, and its receipt can be had again. */
final class LastSale {

    private final SaleParts parts;
    private final SalePapers papers;
    private @Nullable FinishedSale last;

    LastSale(SaleParts parts) {
        this.parts = parts;
        this.papers = new SalePapers(parts, this);
    }

    SalePapers papers() {
        return papers;
    }

    /** A sale is a fact; returns what the devices are to know of it. */
    FinishedSale finished(FinishedSale sold) {
        FinishedSale finished = papers.wished(sold);
        last = finished;
        return finished;
    }

    void is(FinishedSale finished) {
        last = finished;
    }

    Optional<FinishedSale> find() {
        return Optional.ofNullable(last);
    }

    /**
     * Prints the last receipt again, marked as a copy; after a start, the last one in the journal.
     *
     * @param writing writes down of which sale a copy is made
     */
    SaleOutcome reprint(Writing writing) {
        try {
            FinishedSale again = last != null ? last : SaleRecovery.lastSale(parts.journal());
            if (again == null) {
                return new Said(Notice.of("sale.nothing-to-reprint"));
            }
            last = again;
            return reprint(again, writing);
        } catch (JournalException e) {
            return new Said(e.notice());
        }
    }

    /** Prints the receipt of any sale of this register again, marked as a copy and counted. */
    SaleOutcome reprint(FinishedSale again, Writing writing) throws JournalException {
        int number;
        Notice obstacle;
        synchronized (parts.journal()) { // or a copy that a lost driver brings about would have the same number
            number = ReceiptCopies.next(parts.journal(), again);
            obstacle = writing.write(ReceiptCopies.COPIED, again.transactionId().toString());
        }
        if (obstacle == null) {
            parts.devices().printCopy(again, number);
        }
        return obstacle == null ? new Copied(number) : new Said(obstacle);
    }

    /** Puts an event into the journal; returns null, or why it is not on disk. */
    interface Writing {

        @Nullable
        Notice write(String event, String subject);
    }
}
