package org.tillwright.core.pricing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.promotion.PromotionEngine;
import org.tillwright.core.promotion.PromotionIndex;
import org.tillwright.core.promotion.PromotionLine;
import org.tillwright.core.promotion.PromotionResult;
import org.tillwright.core.tax.TaxCalculator;
import org.tillwright.core.tax.Taxable;
import org.tillwright.core.tax.Taxed;

/**
 * Prices a whole cart: prices with modifiers, promotions, discounts by hand, tax, in this order. The same cart and book
 * give the same totals on every register, on the server, and in ten years.
 */
public final class PricingEngine {

    private PricingEngine() {}

    /**
     * Prices {@code cart} from {@code book}.
     *
     * @throws UnpricedItemException if a line has neither a price in the book nor one by hand; the cart is never priced
     *     in part
     * @throws IllegalArgumentException if the cart contradicts the book, with one sentence of {@link CartCheck}
     * @throws ArithmeticException if an amount is larger than can be counted
     */
    public static PricedCart price(Cart cart, PriceBook book) throws UnpricedItemException {
        List<OpenLine> lines = LineOpening.open(cart, book);
        PromotionResult promotions = promotions(lines, cart.context(), book);
        takeOff(promotions, lines);
        Discounting.takeOff(lines, cart.discounts(), book.currency());
        Taxed taxed = taxed(lines, cart.context(), book);
        return closed(cart, book, lines, promotions, taxed);
    }

    /**
     * Returns the quantity of measured goods that their label and their price come to: to the thousandth of a unit, a half
     * up, at least one thousandth. It is told and booked, and never multiplied again.
     */
    public static Quantity quantityFor(Money label, UnitPrice price) {
        return LineOpening.quantityFor(label, price);
    }

    private static PromotionResult promotions(List<OpenLine> lines, SaleContext context, PriceBook book) {
        PromotionIndex promotions = book.rules().promotions();
        if (promotions.promotions().isEmpty()) {
            return PromotionResult.NOTHING;
        }
        List<PromotionLine> promotable = new ArrayList<>(lines.size());
        for (OpenLine line : lines) {
            promotable.add(line.promotable());
        }
        return PromotionEngine.apply(promotions, promotable, context.situation());
    }

    /** Takes off the lines what promotions took; what a manufacturer pays is tendered instead. */
    private static void takeOff(PromotionResult promotions, List<OpenLine> lines) {
        for (PromotionResult.Applied applied : promotions.applied()) {
            if (!applied.promotion().manufacturer()) {
                for (PromotionResult.Reduction reduction : applied.reductions()) {
                    find(lines, reduction.lineNumber())
                            .takeOff(
                                    Discount.Source.PROMOTION,
                                    applied.promotion().promotionId(),
                                    reduction.takenMinor());
                }
            }
        }
    }

    private static List<PricedCart.ManufacturerCoupon> coupons(PromotionResult promotions, Currency currency) {
        List<PricedCart.ManufacturerCoupon> coupons = new ArrayList<>();
        for (PromotionResult.Applied applied : promotions.applied()) {
            if (applied.promotion().manufacturer()) {
                coupons.add(new PricedCart.ManufacturerCoupon(
                        applied.promotion().promotionId(), new Money(currency, applied.takenMinor())));
            }
        }
        return coupons;
    }

    private static OpenLine find(List<OpenLine> lines, int number) {
        for (OpenLine line : lines) {
            if (line.wanted.number() == number) {
                return line;
            }
        }
        throw new IllegalArgumentException("a promotion takes something off line " + number + ", which is not there");
    }

    private static Taxed taxed(List<OpenLine> lines, SaleContext context, PriceBook book) {
        List<Taxable> taxables = new ArrayList<>(lines.size());
        for (OpenLine line : lines) {
            line.addTaxables(taxables);
        }
        TaxCalculator calculator = TaxCalculator.of(book.currency(), book.taxPolicy());
        return context.taxExempt() ? calculator.taxExempt(taxables) : calculator.tax(taxables);
    }

    /** Closes the lines, and puts those between them that come back with their receipt. */
    private static PricedCart closed(
            Cart cart, PriceBook book, List<OpenLine> open, PromotionResult promotions, Taxed taxed) {
        List<PricedCart.Line> lines = new ArrayList<>(cart.lines().size());
        List<PricedCart.Line> returned = new ArrayList<>();
        Money net = new Money(book.currency(), taxed.netMinor());
        Money tax = new Money(book.currency(), taxed.taxMinor());
        Iterator<OpenLine> next = open.iterator();
        for (Cart.Line line : cart.lines()) {
            if (line.sold() == null) {
                lines.add(next.next().close(taxed, cart.context().taxExempt()));
            } else {
                PricedCart.Line back = givenBack(line, line.sold());
                lines.add(back);
                returned.add(back);
                net = net.plus(back.net());
                tax = tax.plus(back.tax());
            }
        }
        return new PricedCart(
                lines,
                TaxSums.of(taxed, returned, book.currency()),
                promotions,
                coupons(promotions, book.currency()),
                net,
                tax,
                net.plus(tax));
    }

    /** Goods that come back with their receipt: their sale's amounts, turned. */
    private static PricedCart.Line givenBack(Cart.Line line, SoldLine sold) {
        LineAmounts back = sold.worthOf(line.quantity().negated());
        return new PricedCart.Line(line, line.quantity(), null, sold.unitPrice(), back.negated(), List.of());
    }

    /** The price book has no price for an item. */
    public static final class UnpricedItemException extends Exception {

        private final String itemId;

        UnpricedItemException(String itemId) {
            super("no price for item " + itemId);
            this.itemId = itemId;
        }

        public String itemId() {
            return itemId;
        }
    }
}
