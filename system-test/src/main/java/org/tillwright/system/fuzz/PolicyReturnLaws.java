package org.tillwright.system.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.promotion.Promotion.ReturnPolicy;
import org.tillwright.core.returns.Refunds;
import org.tillwright.core.returns.SoldSale;
import org.tillwright.system.reference.ReferenceMoney;
import org.tillwright.system.thrown.Dice;
import org.tillwright.system.thrown.PricingCase;

/**
 * Brings back goods of promotions that say how: together or not at all, or with what the rest would have cost without them;
 * and what manufacturers paid goes back to them.
 */
final class PolicyReturnLaws {

    /** Far more than any partition of a thrown cart has. */
    private static final int MOST_RECEIPTS = 400;

    private final Engine engine;
    private final PricingCase one;
    private final PricedCart sale;
    private final Counts met;
    private final boolean clawback;
    private final KeptGoods kept;
    private final Map<Integer, Long> backMilli = new TreeMap<>();
    private final Map<Integer, Long> toManufacturers = new TreeMap<>();
    private final Map<String, Long> refunded = new TreeMap<>();
    private SoldSale sold;
    private boolean staysBelowNothing;

    private PolicyReturnLaws(Engine engine, PricingCase one, PricedCart sale, Counts met) {
        this.engine = engine;
        this.one = one;
        this.sale = sale;
        this.met = met;
        this.sold = SoldSale.of(one.cart(), one.book(), sale);
        this.clawback = has(ReturnPolicy.CLAWBACK);
        this.kept = new KeptGoods(one.cart(), sale);
    }

    /** Returns the first law that is broken, or null; sales without such promotions are not its business. */
    static @Nullable Violation broken(Engine engine, PricingCase one, PricedCart sale, Counts met)
            throws UnpricedItemException {
        PolicyReturnLaws laws = new PolicyReturnLaws(engine, one, sale, met);
        boolean together = laws.has(ReturnPolicy.ALL_OR_NOTHING);
        if (!laws.clawback && !together && sale.coupons().isEmpty()) {
            return null;
        }
        if (grossOf(sale) < 0) {
            // a fixed tax is more than the price that holds it, and a tax on top is negative for it: nobody would sell
            // so
            met.add("sales that pay the customer, left out");
            return null;
        }
        met.add("sales with goods that come back together", together ? 1 : 0);
        met.add("sales taken back by clawback", laws.clawback ? 1 : 0);
        return laws.broken();
    }

    /** A fixed tax in a price of less leaves a net below nothing; then nothing is below nothing, and more is less. */
    static boolean isTaxedBeyondItsPrice(PricedCart priced) {
        return priced.lines().stream()
                .anyMatch(line -> Long.signum(line.net().minor())
                                * Long.signum(line.quantity().milli())
                        < 0);
    }

    private boolean has(ReturnPolicy policy) {
        return sold.groups().stream().anyMatch(group -> group.policy() == policy);
    }

    private @Nullable Violation broken() throws UnpricedItemException {
        Violation broken = breakingUpIsRefused();
        Partition partition = new Partition(new Dice(one.returns()), sold);
        Map<Integer, Quantity> back = partition.next();
        for (int receipts = 0; broken == null && !back.isEmpty() && receipts < MOST_RECEIPTS; receipts++) {
            broken = receiptBroken(back);
            partition.after(sold);
            back = partition.next();
        }
        return broken != null || staysBelowNothing ? broken : endBroken();
    }

    /** Brings each line back alone whose goods come with others; that the rest may come, the receipts show. */
    private @Nullable Violation breakingUpIsRefused() throws UnpricedItemException {
        for (Map.Entry<Integer, SoldLine> line : sold.lines().entrySet()) {
            if (!isTogether(line.getKey())) {
                continue;
            }
            Map<Integer, Quantity> back = Map.of(line.getKey(), line.getValue().quantity());
            boolean wanted = !Partition.brokenUp(sold, back).isEmpty();
            boolean refused = false;
            try {
                Refunds.lines(sold, back);
            } catch (Refunds.NotReturnableException e) {
                refused = true;
            }
            if (wanted != refused) {
                return new Violation(
                        "goods that come back together or not at all do",
                        "line " + line.getKey() + " alone: refused " + refused + ", reference " + wanted);
            }
            met.add("returns refused because they were a part", refused ? 1 : 0);
        }
        return null;
    }

    private boolean isTogether(int number) {
        return sold.groups().stream()
                .anyMatch(group -> group.policy() == ReturnPolicy.ALL_OR_NOTHING
                        && group.counted().containsKey(number));
    }

    private @Nullable Violation receiptBroken(Map<Integer, Quantity> back) throws UnpricedItemException {
        Map<Integer, SoldLine> worth;
        try {
            worth = Refunds.lines(sold, back);
        } catch (Refunds.NotReturnableException e) {
            return new Violation("goods that come back together or not at all do", back + ": " + e.getMessage());
        }
        List<Cart.Line> lines = new ArrayList<>();
        Map<Integer, Cart.Line> wanted = Partition.lines(one.cart(), back);
        worth.forEach((number, line) ->
                lines.add(wanted.getOrDefault(number, one.cart().lines().get(0)).asSold(line)));
        PricedCart priced = engine.price(new Cart(one.cart().context(), lines, List.of()), one.book());
        met.add("receipts of returns by policy");
        long before = refunded.getOrDefault("gross", 0L);
        Violation broken = SumLaws.broken(priced);
        int place = 0;
        for (Map.Entry<Integer, SoldLine> line : worth.entrySet()) {
            LineAmounts amounts = priced.lines().get(place++).amounts();
            Quantity more = back.getOrDefault(line.getKey(), Quantity.ONE);
            broken = broken != null ? broken : lineBroken(line.getKey(), line.getValue(), more, amounts);
        }
        sold = sold.after(worth, back);
        return broken != null || !clawback ? broken : clawbackBroken(before, back);
    }

    /** What was paid, less what stays, less what was refunded before; never less than nothing. */
    private @Nullable Violation clawbackBroken(long before, Map<Integer, Quantity> back) throws UnpricedItemException {
        Cart stays = kept.without(backMilli);
        PricedCart staying = engine.price(stays, one.book());
        staysBelowNothing |= isTaxedBeyondItsPrice(staying);
        long paid = grossOf(sale);
        long wanted = Math.max(before, paid - Math.max(0, grossOf(staying)));
        long now = refunded.getOrDefault("gross", 0L);
        return now == wanted
                ? null
                : new Violation(
                        "by clawback, what was paid less what the rest costs",
                        back + ": " + now + " is refunded so far, reference " + wanted + " of " + paid + ", kept "
                                + stays);
    }

    private @Nullable Violation lineBroken(int number, SoldLine line, Quantity more, LineAmounts amounts) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("net", amounts.net().minor());
        figures.put("gross", amounts.gross().minor());
        amounts.taxes()
                .forEach(tax ->
                        figures.merge("tax " + tax.tax().taxId(), tax.amount().minor(), Long::sum));
        figures.forEach((figure, minor) -> refunded.merge(figure, -minor, Long::sum));
        backMilli.merge(number, more.milli(), Long::sum);
        return couponsBroken(number, line, more);
    }

    private static long grossOf(PricedCart priced) {
        long gross = 0;
        for (PricedCart.Line line : priced.lines()) {
            gross += line.wanted().kind() == Cart.Kind.SALE ? line.gross().minor() : 0;
        }
        return gross;
    }

    private @Nullable Violation couponsBroken(int number, SoldLine line, Quantity more) {
        Money coupons = sale.paidByManufacturers(number);
        toManufacturers.merge(
                number, Refunds.toManufacturers(coupons, line, more).minor(), Long::sum);
        long wanted = ReferenceMoney.upTo(
                coupons.minor(),
                backMilli.getOrDefault(number, 0L),
                line.quantity().milli());
        met.add("lines with a manufacturer's coupon returned", coupons.isZero() ? 0 : 1);
        return toManufacturers.getOrDefault(number, 0L) == wanted
                ? null
                : new Violation(
                        "manufacturers get back what they paid",
                        "line " + number + ": " + toManufacturers + " of " + coupons + ", reference " + wanted);
    }

    /** When all is back, all is paid back: the whole, its net, and each tax. */
    private @Nullable Violation endBroken() {
        Map<String, Long> paid = new TreeMap<>();
        for (PricedCart.Line line : sale.lines()) {
            if (line.wanted().kind() == Cart.Kind.SALE) {
                paid.merge("net", line.net().minor(), Long::sum);
                paid.merge("gross", line.gross().minor(), Long::sum);
                line.taxes()
                        .forEach(tax -> paid.merge(
                                "tax " + tax.tax().taxId(), tax.amount().minor(), Long::sum));
            }
        }
        paid.values().removeIf(minor -> minor == 0);
        refunded.values().removeIf(minor -> minor == 0);
        return refunded.equals(paid)
                ? null
                : new Violation(
                        "when all is back, all is paid back", paid + " was paid, and " + refunded + " came back");
    }
}
