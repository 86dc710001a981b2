package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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

    /** What manufacturers pay: what their coupons took, but of no line more than it costs after all that was taken off. */
    private static List<PricedCart.ManufacturerCoupon> coupons(
            PromotionResult promotions, List<PricedCart.Line> lines) {
        List<PricedCart.ManufacturerCoupon> coupons = new ArrayList<>();
        Map<Integer, Money> left = new HashMap<>();
        for (PromotionResult.Applied applied : promotions.applied()) {
            if (applied.promotion().manufacturer()) {
                if (left.isEmpty()) {
                    lines.forEach(line -> left.put(line.wanted().number(), line.gross()));
                }
                Map<Integer, Money> paid = paid(applied.reductions(), left);
                if (!paid.isEmpty()) {
                    coupons.add(new PricedCart.ManufacturerCoupon(
                            applied.promotion().promotionId(), paid));
                }
            }
        }
        return coupons;
    }

    /** Pays out of what is {@code left} of the lines, by number. */
    private static Map<Integer, Money> paid(List<PromotionResult.Reduction> reductions, Map<Integer, Money> left) {
        Map<Integer, Money> paid = new HashMap<>();
        for (PromotionResult.Reduction reduction : reductions) {
            Money owed = requireNonNull(left.get(reduction.lineNumber()));
            Money part = new Money(owed.currency(), Math.min(reduction.takenMinor(), owed.minor()));
            if (part.minor() > 0) {
                paid.merge(reduction.lineNumber(), part, Money::plus);
                left.put(reduction.lineNumber(), owed.minus(part));
            }
        }
        return paid;
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
                coupons(promotions, lines),
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
