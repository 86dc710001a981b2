package org.tillwright.register.returning;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.sale.FinishedSale;
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

        /** Calls {@code then} with who said yes to just this; with a no, or Escape, nothing happens. */
        void ask(Deed deed, Consumer<SnapshotMessage.Operator> then);
    }

    /**
     * What somebody is asked to allow.
     *
     * @param subject the sale that it is for; null for the one at hand
     * @param amount what goes back; null where that is not known yet
     */
    public record Deed(String permission, @Nullable UUID subject, @Nullable Money amount) {}

    /** Where a return leads. */
    public interface Exits {

        /** The sale is on disk. */
        void finished(FinishedSale sale);

        /** The terminal did not say what became of a card; a person has to. */
        void unclear();
    }
}
