package org.tillwright.register.sale;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.sale.SaleOutcome.Changed;
import org.tillwright.register.sale.SaleOutcome.CouponTaken;
import org.tillwright.register.sale.SaleOutcome.NeedsLabel;
import org.tillwright.register.sale.SaleOutcome.NeedsQuantity;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.pricing.SaleContextMessage;

/**
 * Does with a sale what a scanned code asks for.
 *
 * @param one rings up one piece, or one more
 * @param ring rings up a line with all that is known of it
 * @param move puts the sale into another state
 * @param language of what is told of it
 */
record ScanOutcomes(
        Function<Catalogue.Item, SaleOutcome> one,
        BiFunction<Catalogue.Item, RingUp, SaleOutcome> ring,
        Function<SaleInProgress, SaleOutcome> move,
        String language) {

    SaleOutcome of(String scanned, Cart.Kind kind, SaleInProgress sale) {
        int year = sale.cart().context().at().getYear();
        return of(new ScannedCodes(sale.catalogue(), year).read(scanned), kind, sale);
    }

    private SaleOutcome of(Scanned read, Cart.Kind kind, SaleInProgress sale) {
        boolean isReturn = kind == Cart.Kind.RETURN;
        if (read instanceof Scanned.Goods goods) {
            Quantity told = goods.quantity();
            if (told == null) {
                return one.apply(goods.item());
            }
            Quantity signed = isReturn ? told.negated() : told;
            return ring.apply(goods.item(), new RingUp(goods.item().itemId(), signed, null, goods.label()));
        } else if (read instanceof Scanned.AsksQuantity asks) {
            return new NeedsQuantity(asks.item(), isReturn);
        } else if (read instanceof Scanned.AsksLabel asks) {
            return new NeedsLabel(asks.item(), isReturn);
        } else if (read instanceof Scanned.Coupon coupon) {
            return handedIn(coupon.code(), sale);
        }
        return new Said(((Scanned.Nothing) read).why());
    }

    /** Goods come first: a coupon alone would wait for the next customer. */
    private SaleOutcome handedIn(String code, SaleInProgress sale) {
        if (sale.cart().isEmpty()) {
            return new Said(Notice.of("sale.coupon-before-goods"));
        }
        if (sale.cart().context().couponCodes().contains(code)) {
            return new Said(Notice.of("sale.coupon-again", code));
        }
        if (sale.cart().context().couponCodes().size() >= SaleContextMessage.MAX_COUPONS) {
            return new Said(Notice.of("sale.too-many-coupons"));
        }
        SaleInProgress next = sale.withCoupon(code);
        SaleOutcome outcome = move.apply(next);
        return outcome instanceof Changed ? new CouponTaken(code, SaleLines.gained(sale, next, language)) : outcome;
    }
}
