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

    /** A sale that goods come back of. */
    public static final class Opened {

        private final SoldSale sale;
        private final Map<Integer, Money> coupons;

        private Opened(SoldSale sale, Map<Integer, Money> coupons) {
            this.sale = sale;
            this.coupons = Map.copyOf(coupons);
        }

        public SoldSale sale() {
            return sale;
        }

        /** Returns what manufacturers paid of its lines, as {@link SaleReturns#couponsOf} tells it. */
        public Map<Integer, Money> coupons() {
            return coupons;
        }
    }

    /** Reads both of what a return asks a sale for, and works the sale out anew only once. */
    public static Opened open(SaleMessage original, LocalDateTime at, PriceBook book, List<SaleMessage> earlier) {
        Cart cart = SaleCart.of(original, at, Map.of());
        Cart goods = goodsOf(cart);
        Optional<PricedCart> priced = priced(goods, book);
        List<SoldSale.Group> groups =
                priced.map(known -> SoldSale.of(goods, book, known).groups()).orElse(List.of());
        return new Opened(
                soldSale(original, cart, book, groups, earlier),
                priced.map(SaleReturns::couponsOf).orElse(Map.of()));
    }

    /**
     * Returns a sale as far as its goods are still at the customer's.
     *
     * @param at when the sale was begun, by the store's own clock
     * @param book with the prices, rules and tax policy of the sale
     * @param earlier all sales that goods of this one came back in. Where more came back of a line than was sold, all of the
     *     line is back; what was given back for it counts in full, and lowers what a later claw back gives
     */
    public static SoldSale soldSale(SaleMessage original, LocalDateTime at, PriceBook book, List<SaleMessage> earlier) {
        return open(original, at, book, earlier).sale();
    }

    private static SoldSale soldSale(
            SaleMessage original, Cart cart, PriceBook book, List<SoldSale.Group> groups, List<SaleMessage> earlier) {
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
        return new SoldSale(cart, book, lines, groups, refunded);
    }

    /**
     * Returns what manufacturers paid of the lines of a sale by their coupons, by the number of the line; for
     * {@link org.tillwright.core.returns.Refunds#toManufacturers}.
     */
    public static Map<Integer, Money> couponsOf(SaleMessage original, LocalDateTime at, PriceBook book) {
        return priced(goodsOf(SaleCart.of(original, at, Map.of())), book)
                .map(SaleReturns::couponsOf)
                .orElse(Map.of());
    }

    private static Map<Integer, Money> couponsOf(PricedCart priced) {
        Map<Integer, Money> coupons = new HashMap<>();
        for (PricedCart.Line line : priced.lines()) {
            int number = line.wanted().number();
            coupons.put(number, priced.paidByManufacturers(number));
        }
        return coupons;
    }

    private static Cart goodsOf(Cart cart) {
        List<Cart.Line> sold = cart.lines().stream()
                .filter(line -> line.kind() == Cart.Kind.SALE)
                .toList();
        return new Cart(cart.context(), sold, cart.discounts());
    }

    /** Which promotions were applied is not told in full, and is worked out anew; nothing for what has no price now. */
    private static Optional<PricedCart> priced(Cart goods, PriceBook book) {
        try {
            return Optional.of(PricingEngine.price(goods, book));
        } catch (PricingEngine.UnpricedItemException e) {
            return Optional.empty();
        }
    }
}
