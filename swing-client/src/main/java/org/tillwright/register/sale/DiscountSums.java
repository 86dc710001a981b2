package org.tillwright.register.sale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.register.approval.Share;

/** What discounts by hand come to in a priced sale; never negative, also on goods that come back. */
final class DiscountSums {

    private DiscountSums() {}

    static PricedCart.Line line(SaleInProgress sale, int number) {
        return sale.priced().lines().stream()
                .filter(line -> line.wanted().number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no line " + number));
    }

    /** What one discount takes off its line. */
    static Money ofLine(SaleInProgress sale, int number, String discountId) {
        return new Money(
                sale.catalogue().currency(), Math.abs(taken(line(sale, number), Discount.Source.LINE, discountId)));
    }

    /** What one discount takes off the whole sale. */
    static Money ofSale(SaleInProgress sale, String discountId) {
        long sum = 0;
        for (PricedCart.Line line : sale.priced().lines()) {
            sum = Math.addExact(sum, taken(line, Discount.Source.SALE, discountId));
        }
        return new Money(sale.catalogue().currency(), Math.abs(sum));
    }

    /** What all discounts by hand on a line take off it, as the shop's limits count them. */
    static Share shareOfLine(SaleInProgress sale, int number) {
        PricedCart.Line priced = line(sale, number);
        Cart.Line wanted = priced.wanted();
        long off = taken(priced, Discount.Source.LINE, null);
        return new Share(
                onlyPercent(wanted.discounts()),
                Math.abs(off),
                Math.abs(priced.list().minor()));
    }

    /** What all discounts by hand on the whole sale take off it, as the shop's limits count them. */
    static Share shareOfSale(SaleInProgress sale) {
        long off = 0;
        long list = 0;
        for (PricedCart.Line line : sale.priced().lines()) {
            off = Math.addExact(off, taken(line, Discount.Source.SALE, null));
            list = Math.addExact(list, line.list().minor());
        }
        return new Share(onlyPercent(sale.cart().discounts()), Math.abs(off), Math.abs(list));
    }

    private static @Nullable Long onlyPercent(List<ManualDiscount> discounts) {
        return discounts.size() == 1 && discounts.get(0).percent() != null
                ? discounts.get(0).percent().ppm()
                : null;
    }

    /** Signed as the line is. */
    private static long taken(PricedCart.Line line, Discount.Source source, @Nullable String id) {
        long sum = 0;
        for (Discount discount : line.discounts()) {
            if (discount.source() == source && (id == null || discount.id().equals(id))) {
                sum = Math.addExact(sum, discount.amount().minor());
            }
        }
        return sum;
    }
}
