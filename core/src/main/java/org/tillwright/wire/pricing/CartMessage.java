package org.tillwright.wire.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * A cart that nobody has priced yet.
 *
 * @param context null for a sale to anybody
 * @param discounts what an operator took off the whole, in the order of entry
 */
public record CartMessage(
        @Nullable SaleContextMessage context,
        @Limit(MAX_LINES) List<Line> lines,
        @Nullable @Limit(MAX_DISCOUNTS) List<ManualDiscount> discounts) {

    /** Lines in one cart, as in one sale. */
    public static final int MAX_LINES = 5_000;

    /** Discounts by hand on one line, or on the whole. */
    public static final int MAX_DISCOUNTS = 20;

    /** Modifiers on one line. */
    public static final int MAX_MODIFIERS = 50;

    /**
     * One item wanted, or one brought back.
     *
     * @param number names the line within its cart, from 1
     * @param quantityMilli thousandths of the item's unit, never zero; negative for a return alone
     * @param unitPriceMicro price that was set by hand or asked for, in millionths of the major unit; null for the
     *     book's
     * @param priceReason why the price was set by hand; goes with {@code unitPriceMicro}
     * @param approverId who allowed the price; goes with {@code unitPriceMicro}
     * @param serviceMode EAT_IN or TAKE_AWAY; null where it makes no difference
     * @param labelMinor what the label says that the line comes to; null for an item without such a label
     * @param follows number of the line that this one is the deposit of
     * @param returned for goods that come back with a receipt: what was sold; the line is a return then
     * @param kind SALE or RETURN; null for a sale, and where {@code returned} says that it is a return
     */
    public record Line(
            Long number,
            @Limit(40) String itemId,
            Long quantityMilli,
            @Nullable Long unitPriceMicro,
            @Nullable @Limit(40) String priceReason,
            @Nullable @Limit(40) String approverId,
            @Nullable @Limit(MAX_MODIFIERS) List<Modifier> modifiers,
            @Nullable @Limit(MAX_DISCOUNTS) List<ManualDiscount> discounts,
            @Nullable @Limit(20) String serviceMode,
            @Nullable Long labelMinor,
            @Nullable Long follows,
            @Nullable Returned returned,
            @Nullable @Limit(20) String kind) {}

    /**
     * Something chosen with an item, such as oat milk.
     *
     * @param count how many of it go with one unit of the item, at least 1
     */
    public record Modifier(@Limit(40) String groupId, @Limit(40) String modifierId, Long count) {}

    /**
     * A discount that an operator gave.
     *
     * @param discountId names it among those of its line, or of the whole cart
     * @param kind PERCENT or AMOUNT
     * @param value parts per million, or minor units; never negative
     * @param reason code of the reason
     * @param approverId the operator who may do this and did
     */
    public record ManualDiscount(
            @Limit(40) String discountId,
            @Limit(20) String kind,
            Long value,
            @Limit(40) String reason,
            @Limit(40) String approverId) {}

    /**
     * Which line of which earlier cart comes back.
     *
     * @param cartId the cart, or the sale, that the goods were sold in
     * @param line its line
     */
    public record Returned(@Limit(80) String cartId, Long line) {}
}
