package org.tillwright.register.sale;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.SaleOutcome.Changed;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;

/** The sale before the one in progress: its change stays readable, and its receipt can be had again. */
final class LastSale {

    private final SaleParts parts;
    private @Nullable FinishedSale last;

    LastSale(SaleParts parts) {
        this.parts = parts;
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
            Notice obstacle =
                    writing.write("RECEIPT_REPRINTED", again.transactionId().toString());
            if (obstacle == null) {
                parts.devices().printCopy(again);
            }
            return obstacle == null ? new Changed() : new Said(obstacle);
        } catch (JournalException e) {
            return new Said(e.notice());
        }
    }

    /** Puts an event into the journal; returns null, or why it is not on disk. */
    interface Writing {

        @Nullable
        Notice write(String event, String subject);
    }
}
