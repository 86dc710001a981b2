package org.tillwright.register.sale;

import java.math.RoundingMode;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.register.approval.Share;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.wire.ApprovalDetail;

/** What prices by hand take off, and so who may set them. */
final class HandPrices {

    private HandPrices() {}

    /** What must be allowed for a line to have its price by hand: how far it lies below the book's counts as a discount does. */
    static NeedsApproval approvalOf(SaleInProgress sale, Cart.Line line) {
        PriceOverride price = line.override();
        if (price == null) {
            throw new IllegalArgumentException("line " + line.number() + " has no price by hand");
        }
        String detail = ApprovalDetail.ofPrice(
                line.number(), line.itemId(), price.unitPrice().micro());
        NeedsApproval plain = new NeedsApproval(Permissions.OVERRIDE_PRICE, ApprovalDetail.PRICE, detail, null);
        try {
            PricedCart.Line priced = DiscountSums.line(sale.with(line), line.number());
            UnitPrice regular = priced.regularUnitPrice();
            if (regular == null || regular.micro() <= price.unitPrice().micro()) {
                return plain; // nothing is taken off
            }
            Money book = regular.times(priced.quantity(), RoundingMode.HALF_UP);
            Money hand = price.unitPrice().times(priced.quantity(), RoundingMode.HALF_UP);
            Money off = book.isNegative() ? hand.minus(book) : book.minus(hand);
            Share share = new Share(null, Math.max(0, off.minor()), Math.abs(book.minor()));
            return new NeedsApproval(Permissions.OVERRIDE_PRICE, ApprovalDetail.PRICE, detail, off, share);
        } catch (UnpricedItemException e) {
            return plain; // whoever puts it into the sale says what has no price
        }
    }
}
