package org.tillwright.wire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.pricing.Lists;

/**
 * What a sale says beyond goods, taxes and tenders. All of it may be absent.
 *
 * @param customerId who bought; what it did to the prices is in the sale's context
 * @param salespersonId who sold, where that is another than the operator
 * @param moneyIn what was paid beside the goods: it is owed to somebody, and no income
 * @param orderId the quotation or layaway that this sale is of
 * @param resumedFrom the suspended sale that this one goes on with
 * @param postVoidOf the finished sale that this one undoes
 * @param pickup what the customer is called by when what was ordered is ready, such as A17
 */
public record SaleParticulars(
        @Nullable @Limit(40) String customerId,
        @Nullable @Limit(40) String salespersonId,
        @Nullable @Limit(50) List<MoneyIn> moneyIn,
        @Nullable UUID orderId,
        @Nullable UUID resumedFrom,
        @Nullable UUID postVoidOf,
        @Nullable @Limit(10) String pickup) {

    public static final SaleParticulars NONE = new SaleParticulars(null, null, null, null, null, null);

    /** A sale of which nothing is made in a kitchen. */
    public SaleParticulars(
            @Nullable String customerId,
            @Nullable String salespersonId,
            @Nullable List<MoneyIn> moneyIn,
            @Nullable UUID orderId,
            @Nullable UUID resumedFrom,
            @Nullable UUID postVoidOf) {
        this(customerId, salespersonId, moneyIn, orderId, resumedFrom, postVoidOf, null);
    }

    /**
     * Money taken that is not the price of goods.
     *
     * @param kind name of a {@link Kind}
     * @param reference number of the gift card, id of the layaway or customer; null for a tip
     * @param amountMinor negative when it is given back
     */
    public record MoneyIn(@Limit(20) String kind, @Nullable @Limit(60) String reference, Long amountMinor) {}

    /** To whom money is owed that was taken beside the goods. */
    public enum Kind {
        /** A gift card was sold or topped up. */
        GIFT_CARD,
        /** Paid on a layaway before the goods are handed over. */
        DEPOSIT,
        /** A customer paid what was bought on account. */
        ACCOUNT_PAYMENT,
        /** For those who served. */
        TIP;

        /** Finds a kind by its name on the wire, or null. */
        public static @Nullable Kind find(String name) {
            for (Kind kind : values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /** Returns what was taken beside the goods; an empty list for nothing. */
    public List<MoneyIn> taken() {
        return Lists.of(moneyIn);
    }
}
