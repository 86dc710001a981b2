package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.promotion.PromotionResult;

/**
 * A cart with every amount on it. The constructors hold the laws: net plus tax is the total, for the whole and for each
 * line; lines sum to the whole and to each tax; what a line shows is its list amount less its discounts; no line
 * is paid more for by manufacturers than it costs.
 *
 * @param taxLines one for each tax in the cart, in the order of their ids
 * @param promotions what promotions did, and why others did nothing
 * @param coupons what manufacturers pay, as amounts to tender: they lower what the customer pays, never the tax
 */
public record PricedCart(
        List<Line> lines,
        List<TaxLine> taxLines,
        PromotionResult promotions,
        List<ManufacturerCoupon> coupons,
        Money net,
        Money tax,
        Money total) {

    public PricedCart {
        lines = List.copyOf(lines);
        taxLines = List.copyOf(taxLines);
        coupons = List.copyOf(coupons);
        requireNonNull(promotions, "promotions");
        requireSum(net, tax, total);
        CartLaws.requireSums(lines, taxLines, net, tax);
        CartLaws.requireOwed(lines, coupons);
    }

    /** Returns what manufacturers pay of the total. */
    public Money paidByManufacturers() {
        Money sum = Money.zero(total.currency());
        for (ManufacturerCoupon coupon : coupons) {
            sum = sum.plus(coupon.amount());
        }
        return sum;
    }

    /** Returns what manufacturers pay of one line. */
    public Money paidByManufacturers(int lineNumber) {
        Money sum = Money.zero(total.currency());
        for (ManufacturerCoupon coupon : coupons) {
            Money part = coupon.ofLines().get(lineNumber);
            sum = part == null ? sum : sum.plus(part);
        }
        return sum;
    }

    /**
     * One line with its amounts.
     *
     * @param quantity as wanted, or what follows from a label
     * @param regularUnitPrice the book's price, null when the book has none
     * @param unitPrice the price of the item itself that counted, without its modifiers
     * @param modifiers those picked, each with its part of the list amount; the rest of it is the item's own
     */
    public record Line(
            Cart.Line wanted,
            Quantity quantity,
            @Nullable UnitPrice regularUnitPrice,
            UnitPrice unitPrice,
            LineAmounts amounts,
            List<PricedModifier> modifiers) {

        public Line {
            modifiers = List.copyOf(modifiers);
        }

        /** What the goods cost before anything was taken off. */
        public Money list() {
            return amounts.list();
        }

        public List<Discount> discounts() {
            return amounts.discounts();
        }

        /** The amount as the line is shown: list less discounts. */
        public Money extended() {
            return amounts.extended();
        }

        public Money net() {
            return amounts.net();
        }

        public List<TaxLine> taxes() {
            return amounts.taxes();
        }

        /** All taxes of the line together. */
        public Money tax() {
            return amounts.tax();
        }

        public Money gross() {
            return amounts.gross();
        }
    }

    /**
     * A modifier on a line.
     *
     * @param amount its part of the line's list amount
     */
    public record PricedModifier(ModifierGroup.Choice choice, UnitPrice unitPrice, Money amount) {}

    /**
     * A coupon that a manufacturer pays for.
     *
     * @param ofLines what it pays of each line, by line number; no line is paid more for than it costs
     */
    public record ManufacturerCoupon(String promotionId, Map<Integer, Money> ofLines) {

        public ManufacturerCoupon {
            ofLines = Map.copyOf(ofLines);
            if (ofLines.isEmpty()) {
                throw new IllegalArgumentException("coupon " + promotionId + " pays for nothing");
            }
        }

        /** All that it pays. */
        public Money amount() {
            return ofLines.values().stream().reduce(Money::plus).orElseThrow();
        }
    }

    private static void requireSum(Money net, Money tax, Money gross) {
        if (!net.plus(tax).equals(gross)) {
            throw new IllegalArgumentException("net " + net + " + tax " + tax + " is not " + gross);
        }
    }
}
