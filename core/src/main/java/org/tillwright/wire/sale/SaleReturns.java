package org.tillwright.wire.sale;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.returns.SoldSale;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.wire.SaleMessage;

/** Reads a sale, and the returns of its goods since, as what the refund engine works with. */
public final class SaleReturns {

    private SaleReturns() {}

    /**
     * Returns a sale as far as its goods are still at the customer's.
     *
     * @param at when the sale was begun, by the store's own clock
     * @param book with the prices, rules and tax policy of the sale
     * @param earlier all sales that goods of this one came back in
     * @throws IllegalArgumentException if more came back than was sold, with one sentence
     */
    public static SoldSale soldSale(SaleMessage original, LocalDateTime at, PriceBook book, List<SaleMessage> earlier) {
        TaxPolicy policy = book.taxPolicy();
        Map<Long, Long> backMilli = new HashMap<>();
        LineAmounts refunded = LineAmounts.nothing(book.currency());
        for (SaleMessage sale : earlier) {
            for (SaleMessage.Line line : sale.lines()) {
                SaleMessage.ReturnedLine returned = line.returned();
                if (returned != null && returned.transactionId().equals(original.transactionId())) {
                    backMilli.merge(returned.line(), -line.quantityMilli(), Math::addExact);
                    refunded = refunded.plus(SoldLines.refundOf(sale, line, policy));
                }
            }
        }
        Map<Integer, SoldLine> lines = new HashMap<>();
        for (SaleMessage.Line line : original.lines()) {
            if (line.quantityMilli() > 0) {
                lines.put(
                        Math.toIntExact(line.number()),
                        new SoldLine(
                                new Quantity(line.quantityMilli()),
                                new UnitPrice(book.currency(), line.unitPriceMicro()),
                                SoldLines.amountsOf(original, line, policy),
                                new Quantity(
                                        Math.min(backMilli.getOrDefault(line.number(), 0L), line.quantityMilli()))));
            }
        }
        Cart cart = SaleCart.of(original, at, Map.of());
        return new SoldSale(cart, book, lines, groups(cart, book), refunded);
    }

    /**
     * Returns what manufacturers paid of the lines of a sale by their coupons, by the number of the line; for
     * {@link org.tillwright.core.returns.Refunds#toManufacturers}.
     */
    public static Map<Integer, Money> couponsOf(SaleMessage original, LocalDateTime at, PriceBook book) {
        Map<Integer, Money> coupons = new HashMap<>();
        priced(goodsOf(SaleCart.of(original, at, Map.of())), book).ifPresent(priced -> priced.lines()
                .forEach(line -> coupons.put(
                        line.wanted().number(),
                        priced.paidByManufacturers(line.wanted().number()))));
        return coupons;
    }

    /** Which promotions were applied is not told in full, and is worked out anew; nothing for what has no price now. */
    private static List<SoldSale.Group> groups(Cart cart, PriceBook book) {
        Cart goods = goodsOf(cart);
        return priced(goods, book)
                .map(priced -> SoldSale.of(goods, book, priced).groups())
                .orElse(List.of());
    }

    private static Cart goodsOf(Cart cart) {
        List<Cart.Line> sold = cart.lines().stream()
                .filter(line -> line.kind() == Cart.Kind.SALE)
                .toList();
        return new Cart(cart.context(), sold, cart.discounts());
    }

    private static Optional<PricedCart> priced(Cart goods, PriceBook book) {
        try {
            return Optional.of(PricingEngine.price(goods, book));
        } catch (PricingEngine.UnpricedItemException e) {
            return Optional.empty();
        }
    }
}
