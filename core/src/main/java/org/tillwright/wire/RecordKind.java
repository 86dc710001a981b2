package org.tillwright.wire;

import org.jspecify.annotations.Nullable;
import org.tillwright.wire.fiscal.FiscalMessage;

/** The kinds of journal records, and what each carries as its payload. */
public enum RecordKind {
    SALE(SaleMessage.class),
    SALE_VOIDED(SaleVoidedMessage.class),
    TILL_OPENED(TillOpenedMessage.class),
    TILL_SETTLED(TillSettledMessage.class),
    EVENT(EventMessage.class),
    /** Cash went in or out of a till without a sale, or the drawer was opened for nothing. */
    CASH_MOVED(CashMovedMessage.class),
    /** Somebody allowed one thing that the operator may not do. */
    APPROVED(ApprovalMessage.class),
    /** The customer wants the receipt by another way than paper. */
    RECEIPT_REQUESTED(ReceiptRequestMessage.class),
    /** A sale that was practised: it is kept, and counts for nothing. */
    TRAINING_SALE(SaleMessage.class),
    /** A card terminal closed its day. */
    CARD_SETTLED(CardSettlementMessage.class),
    /** The register signs with another key from here on. */
    KEY_CHANGED(KeyChangedMessage.class),
    /** What a fiscal device answered to another record, or that it did not. */
    FISCAL(FiscalMessage.class);

    private final Class<? extends Record> payload;

    RecordKind(Class<? extends Record> payload) {
        this.payload = payload;
    }

    public Class<? extends Record> payload() {
        return payload;
    }

    /** Finds a kind by its name on the wire, or null when this program is too old to know it. */
    public static @Nullable RecordKind find(String name) {
        for (RecordKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }
}
