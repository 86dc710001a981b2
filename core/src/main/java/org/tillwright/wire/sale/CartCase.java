package org.tillwright.wire.sale;

import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.pricing.CartMessage;

/**
 * One cart of a file.
 *
 * @param id names it in the file; goods that come back name the cart they were sold in
 * @param at when the sale begins, by the clock on the store's wall, such as {@code 2026-03-02T10:00}
 * @param storeId null where no rule asks for a store
 * @param book what the cart is priced by; null for the file's own
 */
public record CartCase(
        @Limit(80) String id,
        @Limit(30) String at,
        @Nullable @Limit(40) String storeId,
        @Nullable PriceBookMessage book,
        CartMessage cart) {}
