package org.tillwright.core.pricing;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.promotion.PromotionEngine;
import org.tillwright.core.promotion.PromotionLine;
import org.tillwright.core.promotion.PromotionResult;
import org.tillwright.core.promotion.Situation;
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
        List<OpenLine> open = new ArrayList<>(cart.lines().size());
        List<OpenLine> discountable = new ArrayList<>(cart.lines().size());
        List<PromotionLine> promotable = new ArrayList<>(cart.lines().size());
        LineOpening opening = new LineOpening(cart, book);
        for (Cart.Line line : cart.lines()) {
            if (line.sold() == null) {
                PriceBook.Entry entry = book.entries().get(line.itemId());
                if (entry == null) {
                    throw new UnpricedItemException(line.itemId());
                }
                OpenLine opened = opening.open(line, entry);
                open.add(opened);
                promotable.add(promotable(opened, entry));
                if (!isDeposit(line, entry)) {
                    discountable.add(opened);
                }
            }
        }
        PromotionResult promotions = promotions(cart.context(), promotable, book);
        List<PricedCart.ManufacturerCoupon> coupons = takeOff(promotions, open, book.currency());
        Discounting.takeOff(discountable, cart.discounts(), book.currency());
        return taxed(cart, book, open, promotions, coupons);
    }

    /**
     * Returns the quantity of measured goods that their label and their price come to: to the thousandth of a unit, a half
     * up, at least one thousandth. It is told and booked, and never multiplied again.
     */
    public static Quantity quantityFor(Money label, UnitPrice price) {
        return LineOpening.quantityFor(label, price);
    }

    private static PromotionLine promotable(OpenLine line, PriceBook.Entry entry) {
        Cart.Line wanted = line.wanted;
        String departmentId = entry.traits().departmentId();
        boolean eligible = !line.isReturn() && wanted.override() == null && !isDeposit(wanted, entry);
        return new PromotionLine(
                wanted.number(),
                wanted.itemId(),
                departmentId == null ? "" : departmentId,
                line.quantity,
                entry.traits().divisible(),
                line.left(),
                eligible);
    }

    private static boolean isDeposit(Cart.Line line, PriceBook.Entry entry) {
        return entry.traits().deposit() || line.follows() != null;
    }

    private static PromotionResult promotions(SaleContext context, List<PromotionLine> lines, PriceBook book) {
        if (book.rules().promotions().promotions().isEmpty()) {
            return PromotionResult.NOTHING;
        }
        Situation situation = new Situation(
                context.at(),
                context.storeId(),
                context.customerGroups(),
                context.couponCodes(),
                context.tender(),
                context.usedByCustomer());
        return PromotionEngine.apply(book.rules().promotions(), lines, situation);
    }

    /** Takes off the lines what promotions took; what a manufacturer pays is tendered instead. */
    private static List<PricedCart.ManufacturerCoupon> takeOff(
            PromotionResult promotions, List<OpenLine> lines, Currency currency) {
        List<PricedCart.ManufacturerCoupon> coupons = new ArrayList<>();
        for (PromotionResult.Applied applied : promotions.applied()) {
            String promotionId = applied.promotion().promotionId();
            if (applied.promotion().manufacturer()) {
                coupons.add(new PricedCart.ManufacturerCoupon(promotionId, new Money(currency, applied.takenMinor())));
            } else {
                for (PromotionResult.Reduction reduction : applied.reductions()) {
                    find(lines, reduction.lineNumber())
                            .takeOff(Discount.Source.PROMOTION, promotionId, reduction.takenMinor());
                }
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

    private static PricedCart taxed(
            Cart cart,
            PriceBook book,
            List<OpenLine> open,
            PromotionResult promotions,
            List<PricedCart.ManufacturerCoupon> coupons) {
        boolean exempt = cart.context().taxExempt();
        List<Taxable> taxables = new ArrayList<>(open.size());
        int[] firsts = new int[open.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = taxables.size();
            open.get(i).addTaxables(taxables);
        }
        TaxCalculator calculator = TaxCalculator.of(book.currency(), book.taxPolicy());
        Taxed taxed = exempt ? calculator.taxExempt(taxables) : calculator.tax(taxables);
        List<PricedCart.Line> lines = new ArrayList<>(cart.lines().size());
        List<PricedCart.Line> returned = new ArrayList<>();
        int next = 0;
        for (Cart.Line line : cart.lines()) {
            if (line.sold() == null) {
                lines.add(open.get(next).close(taxed.lines(), firsts[next], exempt));
                next++;
            } else {
                PricedCart.Line back = givenBack(line, line.sold());
                lines.add(back);
                returned.add(back);
            }
        }
        Money net = new Money(book.currency(), taxed.netMinor());
        Money tax = new Money(book.currency(), taxed.taxMinor());
        for (PricedCart.Line line : returned) {
            net = net.plus(line.net());
            tax = tax.plus(line.tax());
        }
        List<TaxLine> taxLines = TaxSums.of(taxed, returned, book.currency());
        return new PricedCart(lines, taxLines, promotions, coupons, net, tax, net.plus(tax));
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
