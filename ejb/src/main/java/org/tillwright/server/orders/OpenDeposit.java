package org.tillwright.server.orders;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a store owes for the deposits on one order.
 *
 * @param number of the order
 * @param state name of its state: a closed one owes nothing unless something went wrong
 * @param customer name; null where none was told
 * @param phone of the customer; null where none was told
 * @param validUntil when the goods are to be fetched by
 * @param balanceMinor below zero when more was given back or used than was paid
 */
public record OpenDeposit(
        long number,
        String state,
        @Nullable String customer,
        @Nullable String phone,
        LocalDate validUntil,
        String currency,
        long balanceMinor) {

    /** True for what a person has to look at. */
    public boolean isOverdrawn() {
        return balanceMinor < 0;
    }
}
