package org.tillwright.wire.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * How one store sells: one document, published as a whole. What is left out is as the profile has it.
 *
 * @param profile FOOD, FASHION or CAFE; null for FOOD
 * @param functions ids of the functions in the order of their keys, the first ones on the first screen; null for the profile's
 * @param favourites items on the first page of tiles
 * @param idleLockMinutes minutes without a key after which the register locks; null for 10, 0 for never
 * @param orders how long suspended sales, quotations and layaways are kept
 * @param kitchen what is made where when it is ordered; null where nothing is
 */
public record ShopRules(
        @Nullable @Limit(20) String profile,
        @Nullable @Limit(60) List<String> functions,
        @Nullable @Limit(200) List<String> favourites,
        @Nullable Long idleLockMinutes,
        @Nullable SellingRules selling,
        @Nullable TenderRules tenders,
        @Nullable ReturnRules returns,
        @Nullable TillRules till,
        @Nullable ReceiptRules receipts,
        @Nullable @Limit(200) List<Reason> reasons,
        @Nullable OrderRules orders,
        @Nullable KitchenRules kitchen) {

    /** Rules of a shop in which nothing is made. */
    public ShopRules(
            @Nullable String profile,
            @Nullable List<String> functions,
            @Nullable List<String> favourites,
            @Nullable Long idleLockMinutes,
            @Nullable SellingRules selling,
            @Nullable TenderRules tenders,
            @Nullable ReturnRules returns,
            @Nullable TillRules till,
            @Nullable ReceiptRules receipts,
            @Nullable List<Reason> reasons,
            @Nullable OrderRules orders) {
        this(
                profile,
                functions,
                favourites,
                idleLockMinutes,
                selling,
                tenders,
                returns,
                till,
                receipts,
                reasons,
                orders,
                null);
    }

    /** Rules that say nothing of suspended sales, quotations and layaways. */
    public ShopRules(
            @Nullable String profile,
            @Nullable List<String> functions,
            @Nullable List<String> favourites,
            @Nullable Long idleLockMinutes,
            @Nullable SellingRules selling,
            @Nullable TenderRules tenders,
            @Nullable ReturnRules returns,
            @Nullable TillRules till,
            @Nullable ReceiptRules receipts,
            @Nullable List<Reason> reasons) {
        this(profile, functions, favourites, idleLockMinutes, selling, tenders, returns, till, receipts, reasons, null);
    }

    public static final ShopRules NONE = new ShopRules(null, null, null, null, null, null, null, null, null, null);
}
