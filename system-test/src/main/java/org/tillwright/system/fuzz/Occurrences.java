package org.tillwright.system.fuzz;

import java.util.List;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.promotion.PromotionResult;
import org.tillwright.system.thrown.PricingCase;

/** Counts what a cart had in it, so that a run can tell what it has really tried. */
final class Occurrences {

    /** What a run of some thousand carts must have met, or it has proven less than it says. */
    static final List<String> EXPECTED = List.of(
            "carts",
            "lines",
            "lines brought back without a receipt",
            "lines with modifiers",
            "lines with a price by hand",
            "lines with a label",
            "lines eaten in",
            "deposit lines",
            "line discounts by hand",
            "sale discounts by hand",
            "taxes PERCENT in the price",
            "taxes PERCENT on top",
            "taxes FIXED in the price",
            "taxes FIXED on top",
            "taxes DIVISION in the price",
            "taxes DIVISION on top",
            "lines with several taxes",
            "carts taxed PER_LINE",
            "carts taxed PER_TOTAL",
            "carts of exempt customers",
            "promotions applied: PercentOff",
            "promotions applied: AmountOff",
            "promotions applied: FixedPrice",
            "promotions applied: BuyGet",
            "promotions applied: MixAndMatch",
            "promotions applied: Bundle",
            "promotions applied: CheapestOff",
            "promotions applied: SpendPercent",
            "promotions applied: SpendAmount",
            "promotions applied: QuantityBreaks",
            "coupons issued for a next sale",
            "coupons paid by manufacturers",
            "books with price lists",
            "carts worked out by the reference, PER_LINE",
            "carts worked out by the reference, PER_TOTAL",
            "receipts of returns",
            "receipts of returns by policy",
            "sales taken back by clawback",
            "sales with goods that come back together",
            "returns refused because they were a part",
            "lines with a manufacturer's coupon returned",
            "amounts rounded to cash",
            "refunds to GIFT_CARD",
            "refunds to OTHER",
            "refunds to CASH",
            "sales whose points went back",
            "sales written and read again",
            "returns written");

    private Occurrences() {}

    static void count(PricingCase one, PricedCart priced, Counts met) {
        PriceBook book = one.book();
        met.add("carts");
        met.add("carts taxed " + book.taxPolicy().level());
        met.add("carts in " + book.currency().code());
        met.add("carts rounded " + book.taxPolicy().rounding());
        countIf(one.cart().context().taxExempt(), "carts of exempt customers", met);
        countIf(!book.rules().priceLists().lists().isEmpty(), "books with price lists", met);
        met.add("sale discounts by hand", one.cart().discounts().size());
        for (PricedCart.Line line : priced.lines()) {
            count(line, book, met);
        }
        for (PromotionResult.Applied applied : priced.promotions().applied()) {
            met.add("promotions applied: "
                    + applied.promotion().effect().getClass().getSimpleName());
            met.add("promotions applied " + applied.promotion().combining());
            countIf(applied.reductions().size() > 1, "promotions applied to several lines", met);
        }
        priced.promotions().notApplied().forEach(one1 -> met.add("promotions not applied: " + one1.reason()));
        met.add("coupons issued for a next sale", priced.promotions().coupons().size());
        met.add("coupons paid by manufacturers", priced.coupons().size());
        countIf(priced.promotions().boundMinor() > 0, "carts whose promotions may not be the best", met);
    }

    private static void count(PricedCart.Line line, PriceBook book, Counts met) {
        Cart.Line wanted = line.wanted();
        met.add("lines");
        countIf(wanted.kind() == Cart.Kind.RETURN, "lines brought back without a receipt", met);
        countIf(!wanted.modifiers().isEmpty(), "lines with modifiers", met);
        countIf(wanted.override() != null, "lines with a price by hand", met);
        countIf(wanted.labelTotal() != null, "lines with a label", met);
        countIf(wanted.serviceMode() != null, "lines eaten in", met);
        PriceBook.Entry entry = book.entries().get(wanted.itemId());
        countIf(entry != null && entry.traits().deposit(), "deposit lines", met);
        countIf(entry != null && entry.traits().divisible(), "lines of measured goods", met);
        countIf(line.taxes().size() > 1, "lines with several taxes", met);
        line.taxes()
                .forEach(tax ->
                        met.add("taxes " + tax.tax().kind() + (tax.tax().inPrice() ? " in the price" : " on top")));
        met.add("line discounts by hand", wanted.discounts().size());
        for (ManualDiscount discount : wanted.discounts()) {
            met.add(discount.percent() == null ? "line discounts of an amount" : "line discounts of a percentage");
        }
        countIf(line.discounts().stream().anyMatch(Occurrences::isPromotion), "lines lowered by promotions", met);
    }

    private static boolean isPromotion(Discount discount) {
        return discount.source() == Discount.Source.PROMOTION;
    }

    private static void countIf(boolean met, String name, Counts counts) {
        if (met) {
            counts.add(name);
        }
    }
}
