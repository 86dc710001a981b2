package org.tillwright.wire.value;

import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * What is kept under a number.
 *
 * @param kind GIFT_CARD, STORE_CREDIT, ON_ACCOUNT or DEPOSIT
 * @param number of the card or credit; the customer's id of an account; the order's of a deposit
 * @param balanceMinor what the ledger sums to; for ON_ACCOUNT what the customer owes
 * @param availableMinor what can be paid with it now: nobody set it aside
 * @param holder name of the customer it belongs to; null for whoever has the card
 */
public record ValueBalance(
        @Limit(20) String kind,
        @Limit(60) String number,
        @Limit(3) String currency,
        Long balanceMinor,
        Long availableMinor,
        @Nullable String holder) {}
