package org.tillwright.wire.sale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.core.promotion.PromotionResult;
import org.tillwright.core.tax.Tax;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.pricing.Carts;
import org.tillwright.wire.pricing.SaleContextMessage;

/**
 * The parts of a sale's message that a priced cart decides. A sale of plain items is told as it always was, so that a server
 * that knows no discounts takes it.
 */
public final class PricedSale {

    /** The tax group of lines that bear no tax. */
    public static final String NO_TAX = "-";

    private final Cart cart;
    private final PricedCart priced;
    private final TaxNames names;
    private final List<SaleMessage.Line> lines = new ArrayList<>();
    private final boolean tellsTaxes;

    private PricedSale(Cart cart, PricedCart priced) {
        this.cart = cart;
        this.priced = priced;
        this.names = TaxNames.of(priced);
        this.tellsTaxes = !priced.lines().stream().allMatch(PricedSale::hasOneSimpleTax);
    }

    /**
     * Writes a priced cart down.
     *
     * @param descriptions what the receipt says of a line
     * @param returned of which sale's line each line comes back that does, by its number
     * @param particulars what lines say beyond goods and amounts, by their numbers
     */
    public static PricedSale of(
            Cart cart,
            PricedCart priced,
            Function<Cart.Line, String> descriptions,
            Map<Integer, SaleMessage.ReturnedLine> returned,
            Map<Integer, LineParticulars> particulars) {
        PricedSale sale = new PricedSale(cart, priced);
        for (PricedCart.Line line : priced.lines()) {
            int number = line.wanted().number();
            String description = descriptions.apply(line.wanted());
            sale.lines.add(sale.line(line, description, returned.get(number), particulars.get(number)));
        }
        return sale;
    }

    /** Writes a priced cart down whose lines say nothing beyond goods and amounts. */
    public static PricedSale of(
            Cart cart,
            PricedCart priced,
            Function<Cart.Line, String> descriptions,
            Map<Integer, SaleMessage.ReturnedLine> returned) {
        return of(cart, priced, descriptions, returned, Map.of());
    }

    public List<SaleMessage.Line> lines() {
        return List.copyOf(lines);
    }

    /** Returns the sums of each tax group. */
    public List<SaleMessage.TaxLine> taxLines() {
        Map<String, SaleMessage.TaxLine> groups = new TreeMap<>();
        for (PricedCart.Line line : priced.lines()) {
            String group = groupOf(line);
            SaleMessage.TaxLine own = new SaleMessage.TaxLine(
                    group,
                    line.taxes().stream()
                            .map(TaxLine::tax)
                            .distinct()
                            .filter(tax -> tax.kind() == Tax.Kind.PERCENT)
                            .mapToLong(Tax::value)
                            .sum(),
                    line.net().minor(),
                    line.tax().minor(),
                    line.gross().minor());
            groups.merge(
                    group,
                    own,
                    (sum, more) -> new SaleMessage.TaxLine(
                            group,
                            sum.ratePpm(),
                            Math.addExact(sum.netMinor(), more.netMinor()),
                            Math.addExact(sum.taxMinor(), more.taxMinor()),
                            Math.addExact(sum.grossMinor(), more.grossMinor())));
        }
        return List.copyOf(groups.values());
    }

    public @Nullable SaleContextMessage context() {
        return Carts.contextMessage(cart.context());
    }

    /** Returns what was taken off the whole by hand. */
    public @Nullable List<CartMessage.ManualDiscount> discounts() {
        return Carts.discountMessages(cart.discounts());
    }

    /** Returns the sums of each single tax; null where the tax lines say all there is to say. */
    public @Nullable List<SaleMessage.TaxSum> taxes() {
        return tellsTaxes ? taxSums() : null;
    }

    /** Returns the coupons for a next sale. */
    public @Nullable List<SaleMessage.IssuedCoupon> coupons() {
        return coupons(priced.promotions().coupons());
    }

    /**
     * True if the line's net and tax tell everything: what registers told before there were several taxes. What the line shows
     * then says where the tax is.
     */
    private static boolean hasOneSimpleTax(PricedCart.Line line) {
        if (line.taxes().size() != 1) {
            return false;
        }
        Tax tax = line.taxes().get(0).tax();
        return line.extended().equals(tax.inPrice() ? line.gross() : line.net())
                && tax.kind() == Tax.Kind.PERCENT
                && tax.value() >= 0
                && tax.group().equals(tax.taxId());
    }

    private SaleMessage.Line line(
            PricedCart.Line line,
            String description,
            SaleMessage.@Nullable ReturnedLine returned,
            @Nullable LineParticulars particulars) {
        Cart.Line wanted = line.wanted();
        ServiceMode mode = wanted.serviceMode();
        Money label = wanted.labelTotal();
        Integer follows = wanted.follows();
        List<SaleMessage.Discount> discounts =
                line.discounts().stream().map(PricedSale::discount).toList();
        return new SaleMessage.Line(
                (long) wanted.number(),
                wanted.itemId(),
                description,
                line.quantity().milli(),
                line.unitPrice().micro(),
                line.extended().minor(),
                line.net().minor(),
                line.tax().minor(),
                groupOf(line),
                overridden(line),
                discounts.isEmpty() ? null : line.list().minor(),
                discounts.isEmpty() ? null : discounts,
                tellsTaxes ? line.taxes().stream().map(this::lineTax).toList() : null,
                Carts.choiceMessages(wanted.modifiers()),
                Carts.discountMessages(wanted.discounts()),
                mode == null ? null : mode.name(),
                label == null ? null : signed(label, line),
                follows == null ? null : (long) follows,
                returned,
                particulars);
    }

    /** A label says how much, not which way. */
    private static long signed(Money label, PricedCart.Line line) {
        return line.wanted().kind() == Cart.Kind.RETURN ? Math.negateExact(label.minor()) : label.minor();
    }

    private static SaleMessage.Discount discount(Discount discount) {
        return new SaleMessage.Discount(
                discount.source().name(), discount.id(), discount.amount().minor());
    }

    private SaleMessage.LineTax lineTax(TaxLine tax) {
        return new SaleMessage.LineTax(
                names.of(tax.tax()), tax.base().minor(), tax.amount().minor());
    }

    private static SaleMessage.@Nullable OverriddenPrice overridden(PricedCart.Line line) {
        PriceOverride override = line.wanted().override();
        UnitPrice regular = line.regularUnitPrice();
        return override == null
                ? null
                : new SaleMessage.OverriddenPrice(
                        regular == null ? null : regular.micro(), override.reason(), override.approverId());
    }

    /** Names the taxes that a line bears together. */
    private String groupOf(PricedCart.Line line) {
        String group = String.join("+", names.of(line.taxes()));
        return group.isEmpty() ? NO_TAX : TaxNames.cut(group);
    }

    private List<SaleMessage.TaxSum> taxSums() {
        Map<String, SaleMessage.TaxSum> sums = new TreeMap<>();
        for (PricedCart.Line line : priced.lines()) {
            for (TaxLine part : line.taxes()) {
                Tax tax = part.tax();
                String name = names.of(tax);
                sums.merge(
                        name,
                        new SaleMessage.TaxSum(
                                name,
                                tax.kind().name(),
                                tax.value(),
                                tax.inPrice(),
                                part.base().minor(),
                                part.amount().minor()),
                        (sum, more) -> new SaleMessage.TaxSum(
                                sum.taxId(),
                                sum.kind(),
                                sum.value(),
                                sum.inPrice(),
                                Math.addExact(sum.baseMinor(), more.baseMinor()),
                                Math.addExact(sum.amountMinor(), more.amountMinor())));
            }
        }
        return List.copyOf(sums.values());
    }

    private static @Nullable List<SaleMessage.IssuedCoupon> coupons(List<PromotionResult.IssuedCoupon> issued) {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        issued.forEach(coupon -> counts.merge(List.of(coupon.promotionId(), coupon.couponCode()), 1L, Math::addExact));
        return issued.isEmpty()
                ? null
                : counts.entrySet().stream()
                        .map(coupon -> new SaleMessage.IssuedCoupon(
                                coupon.getKey().get(0), coupon.getKey().get(1), coupon.getValue()))
                        .toList();
    }
}
