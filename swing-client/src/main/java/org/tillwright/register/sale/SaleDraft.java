package org.tillwright.register.sale;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.kitchen.KitchenOrder;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.pricing.SaleContextMessage;
import org.tillwright.wire.value.CustomerFound;

/**
 * A sale in progress as it is kept on the register's disk. Written and read by {@link org.tillwright.wire.json.WireJson}.
 * What may be null came with later versions: a draft of before has none of it.
 *
 * @param cardAskedMinor card payment that was asked of the terminal and whose end nobody knows yet, or null
 * @param context what besides the goods decides on the prices, such as coupons; null for a sale to anybody
 * @param discounts what an operator took off the whole
 * @param particulars what is known beyond goods and payments
 * @param customer who buys, as the register knows them
 * @param asked payment that was asked for and whose end nobody knows yet; a card alone is in {@code cardAskedMinor}
 * @param shares how the bill is shared out, or null
 * @param kitchen what stations were told of it, or null
 */
public record SaleDraft(
        UUID transactionId,
        Instant begunAt,
        Long nextLine,
        List<DraftLine> lines,
        List<SaleMessage.Tender> payments,
        @Nullable Long cardAskedMinor,
        @Nullable SaleContextMessage context,
        @Nullable List<CartMessage.ManualDiscount> discounts,
        @Nullable SaleParticulars particulars,
        @Nullable CustomerFound customer,
        SaleMessage.@Nullable Tender asked,
        @Nullable Shares shares,
        @Nullable KitchenOrder kitchen) {

    /** A sale of which nobody makes anything, and no payment is on its way but perhaps a card's. */
    public SaleDraft(
            UUID transactionId,
            Instant begunAt,
            Long nextLine,
            List<DraftLine> lines,
            List<SaleMessage.Tender> payments,
            @Nullable Long cardAskedMinor,
            @Nullable SaleContextMessage context,
            @Nullable List<CartMessage.ManualDiscount> discounts,
            @Nullable SaleParticulars particulars,
            @Nullable CustomerFound customer) {
        this(
                transactionId,
                begunAt,
                nextLine,
                lines,
                payments,
                cardAskedMinor,
                context,
                discounts,
                particulars,
                customer,
                null,
                null,
                null);
    }

    /**
     * A line; price, reason and approver are there together or not at all.
     *
     * @param labelMinor what the label on the goods says that they cost
     * @param follows number of the line that this one is the deposit of
     */
    public record DraftLine(
            Long number,
            String itemId,
            Long quantityMilli,
            @Nullable Long overrideMicro,
            @Nullable String reason,
            @Nullable String approverId,
            @Nullable List<CartMessage.Modifier> modifiers,
            @Nullable List<CartMessage.ManualDiscount> discounts,
            @Nullable String serviceMode,
            @Nullable Long labelMinor,
            @Nullable Long follows,
            @Nullable LineParticulars particulars,
            SaleMessage.@Nullable ReturnedLine returned,
            @Nullable SoldDraft sold) {}

    /** How goods were sold that come back with their receipt. */
    public record SoldDraft(
            Long quantityMilli, Long unitPriceMicro, Long returnedMilli, Amounts paid, @Nullable Amounts clawback) {}

    /** Every amount on such a line. */
    public record Amounts(Long listMinor, List<SaleMessage.Discount> discounts, Long netMinor, List<TaxPart> taxes) {}

    /** One tax on such a line. */
    public record TaxPart(
            String taxId, String kind, Long value, Boolean inPrice, String group, Long baseMinor, Long amountMinor) {}
}
