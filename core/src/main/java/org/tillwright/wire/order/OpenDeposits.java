package org.tillwright.wire.order;

import java.util.List;
import org.tillwright.wire.json.Limit;

/** What a server owes for deposits, order by order; it is what the account of deposits stands at. */
public record OpenDeposits(@Limit(MAX_ORDERS) List<Deposit> deposits, Boolean hasMore) {

    /** Orders in one answer. */
    public static final int MAX_ORDERS = 500;

    /**
     * What is left of the deposits on one order.
     *
     * @param reference the order's id, as registers told it
     * @param balanceMinor below zero when more was given back than paid: a person has to look at it
     */
    public record Deposit(@Limit(60) String reference, @Limit(3) String currency, Long balanceMinor) {}
}
