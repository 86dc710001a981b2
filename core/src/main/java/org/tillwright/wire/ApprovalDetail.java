package org.tillwright.wire;

import org.tillwright.wire.pricing.CartMessage;

/**
 * What an approval of a sale is bound to, as text: register and server write it alike, so that the server finds the approval
 * of what a sale tells, and no other.
 */
public final class ApprovalDetail {

    /** Actions of approvals that a sale tells the outcome of. */
    public static final String DISCOUNT = "DISCOUNT";

    public static final String PRICE = "PRICE";

    /** The subject of this one is the sale that is undone, and not the one that undoes it. */
    public static final String POST_VOID = "POST_VOID";

    /** One line of goods that come back without their receipt. */
    public static final String RETURN = "RETURN";

    /** All of those, where they are worth more than the store's limit; and what else is outside its rules for returns. */
    public static final String RETURN_WITHOUT_RECEIPT = "RETURN_WITHOUT_RECEIPT";

    private ApprovalDetail() {}

    /** A discount by hand on one line; lines keep their numbers for the whole sale. */
    public static String ofLine(long line, CartMessage.ManualDiscount discount) {
        return "line " + line + " " + textOf(discount);
    }

    /** A discount by hand on the whole sale. */
    public static String ofSale(CartMessage.ManualDiscount discount) {
        return "sale " + textOf(discount);
    }

    /** A price by hand. */
    public static String ofPrice(long line, String itemId, long unitPriceMicro) {
        return "line " + line + " " + itemId + " at " + unitPriceMicro;
    }

    /** What the detail of goods without a receipt begins with; how much comes back follows, in thousandths, and then its price. */
    public static String ofReturn(long line, String itemId) {
        return "line " + line + " " + itemId + " -";
    }

    private static String textOf(CartMessage.ManualDiscount discount) {
        return discount.discountId() + " " + discount.kind() + " " + discount.value();
    }
}
