package org.tillwright.wire.receipt;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Unit;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.fiscal.FiscalMessage;

/** What a receipt says and a sale does not carry. What is no longer known is told by its id, or not at all. */
public interface ReceiptFacts {

    SnapshotMessage.Store store();

    /** Returns who that is, or the id. */
    String operator(String operatorId);

    /** Returns a customer's name, or null where it is not known. */
    @Nullable
    String customer(String customerId);

    /** Returns the unit of an item; pieces for one that is no longer in the catalogue. */
    Unit unit(String itemId);

    /** Returns what goods are called in a language; as it was told where another name is not known. */
    default String description(String itemId, String told, String language) {
        return told;
    }

    String modifier(String groupId, String modifierId, String language);

    String promotion(String promotionId, String language);

    /** True if there is a picture for the head of the receipt. */
    boolean hasLogo();

    /** What a fiscal device answered to the sale; null where none was to be asked. */
    default @Nullable FiscalMessage fiscal() {
        return null;
    }
}
