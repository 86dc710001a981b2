package org.tillwright.system.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.system.thrown.Dice;
import org.tillwright.system.thrown.PricingCase;

/**
 * Brings a sale back, line by line and piece by piece in any partition and order, and asks that what was paid is what was
 * given back: for each line and on it for the net, each tax and each discount.
 */
final class ReturnLaws {

    private final Engine engine;

    ReturnLaws(Engine engine) {
        this.engine = engine;
    }

    /** Returns the first figure that does not come back as it was paid, or null. */
    @Nullable
    Violation broken(PricingCase one, PricedCart sale, Counts met) throws UnpricedItemException {
        Dice dice = new Dice(one.returns());
        Map<Integer, Back> open = new LinkedHashMap<>();
        for (PricedCart.Line line : sale.lines()) {
            if (line.wanted().kind() == Cart.Kind.SALE) {
                open.put(line.wanted().number(), new Back(line));
            }
        }
        List<Back> all = List.copyOf(open.values());
        for (int receipts = 0; !open.isEmpty(); receipts++) {
            Violation broken = receipt(one, open, dice, met);
            if (broken != null) {
                return broken;
            }
            if (receipts > 200) {
                return new Violation("returns come to an end", "200 receipts, and goods are left");
            }
        }
        for (Back back : all) {
            if (!back.refunded.equals(figures(back.line.amounts()))) {
                return new Violation(
                        "refunds = paid",
                        "line " + back.line.wanted().number() + " was " + figures(back.line.amounts())
                                + ", and came back as " + back.refunded);
            }
        }
        met.add("lines returned in parts", all.size());
        return null;
    }

    /** One receipt of returns: some of the lines that are still open, some of what is left of each. */
    private @Nullable Violation receipt(PricingCase one, Map<Integer, Back> open, Dice dice, Counts met)
            throws UnpricedItemException {
        List<Cart.Line> lines = new ArrayList<>();
        List<Back> backs = new ArrayList<>();
        for (Back back : List.copyOf(open.values())) {
            if (dice.percent(60)) {
                lines.add(back.some(dice));
                backs.add(back);
                if (back.left() == 0) {
                    open.remove(back.line.wanted().number());
                }
            }
        }
        if (lines.isEmpty()) {
            return null;
        }
        PricedCart priced = engine.price(new Cart(one.cart().context(), lines, List.of()), one.book());
        met.add("receipts of returns");
        Violation broken = SumLaws.broken(priced);
        if (broken != null) {
            return new Violation("a return: " + broken.law(), broken.told());
        }
        for (int i = 0; i < backs.size(); i++) {
            backs.get(i).add(priced.lines().get(i).amounts());
        }
        return null;
    }

    /** A line on its way back. */
    private static final class Back {

        private final PricedCart.Line line;
        private final Map<String, Long> refunded;
        private long returnedMilli;

        Back(PricedCart.Line line) {
            this.line = line;
            this.refunded = new TreeMap<>(figures(line.amounts()));
            refunded.replaceAll((figure, paid) -> 0L);
        }

        long left() {
            return line.quantity().milli() - returnedMilli;
        }

        /** A return of whole pieces, or of any amount of goods that were sold in parts of a unit. */
        Cart.Line some(Dice dice) {
            long step = line.quantity().milli() % 1000 == 0 ? 1000 : 1;
            long milli = dice.percent(25) ? left() : dice.between(1, left() / step) * step;
            SoldLine sold =
                    new SoldLine(line.quantity(), line.unitPrice(), line.amounts(), new Quantity(returnedMilli));
            returnedMilli += milli;
            return new Cart.Line(
                            line.wanted().number(),
                            line.wanted().itemId(),
                            Cart.Kind.RETURN,
                            new Quantity(-milli),
                            null)
                    .asSold(sold);
        }

        void add(LineAmounts back) {
            figures(back).forEach((figure, minor) -> refunded.merge(figure, -minor, Long::sum));
        }
    }

    /** Every figure of a line by a name, so that one can be told from the other. */
    private static Map<String, Long> figures(LineAmounts amounts) {
        Map<String, Long> figures = new TreeMap<>();
        figures.put("list", amounts.list().minor());
        figures.put("shown", amounts.extended().minor());
        figures.put("net", amounts.net().minor());
        figures.put("gross", amounts.gross().minor());
        for (int i = 0; i < amounts.discounts().size(); i++) {
            figures.put("discount " + i, amounts.discounts().get(i).amount().minor());
        }
        amounts.taxes()
                .forEach(tax ->
                        figures.merge("tax " + tax.tax().taxId(), tax.amount().minor(), Long::sum));
        amounts.taxes()
                .forEach(tax ->
                        figures.merge("base of " + tax.tax().taxId(), tax.base().minor(), Long::sum));
        return figures;
    }
}
