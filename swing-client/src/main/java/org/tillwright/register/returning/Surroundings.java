package org.tillwright.register.returning;

import java.util.function.Consumer;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.wire.SnapshotMessage;

/**
 * What returns work with.
 *
 * @param blind turns to goods without a receipt: the next scans and tiles come back
 */
public record Surroundings(
        SaleSession sale, Conversation talk, ReceiptFinder receipts, Allowing allowing, Runnable blind, Exits exits) {

    /** Asks somebody else for a yes, in place. */
    public interface Allowing {

        /** Calls {@code then} with who said yes; with a no, or Escape, nothing happens. */
        void ask(NeedsApproval needed, Consumer<SnapshotMessage.Operator> then);
    }

    /** Where a return leads. */
    public interface Exits {

        /** The sale is on disk. */
        void finished(FinishedSale sale);

        /** The terminal did not say what became of a card; a person has to. */
        void unclear();
    }
}
