package org.tillwright.system.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.returns.SoldSale;
import org.tillwright.system.thrown.Dice;

/** Throws the parts in which the goods of a sale come back; those that come back together or not at all do. */
final class Partition {

    private final Dice dice;
    private SoldSale sale;

    Partition(Dice dice, SoldSale sale) {
        this.dice = dice;
        this.sale = sale;
    }

    /** Tells that the last part has come back. */
    void after(SoldSale changed) {
        sale = changed;
    }

    /** Returns how much of which line comes back next; nothing when nothing is left. */
    Map<Integer, Quantity> next() {
        Map<Integer, Quantity> all = new LinkedHashMap<>();
        Map<Integer, Quantity> some = new LinkedHashMap<>();
        sale.lines().forEach((number, line) -> {
            long left = line.left().milli();
            if (left > 0) {
                all.put(number, new Quantity(left));
                if (dice.percent(60)) {
                    some.put(number, new Quantity(part(left)));
                }
            }
        });
        Map<Integer, Quantity> back = some.isEmpty() ? new LinkedHashMap<>(all) : some;
        for (Set<Integer> lines = brokenUp(sale, back); !lines.isEmpty(); lines = brokenUp(sale, back)) {
            for (int number : lines) {
                Quantity whole = all.get(number);
                if (whole != null) {
                    back.put(number, whole);
                }
            }
        }
        return back;
    }

    private long part(long milli) {
        long step = milli % 1000 == 0 ? 1000 : 1;
        return dice.percent(25) ? milli : dice.between(1, milli / step) * step;
    }

    /** Returns what is put on a receipt of such a return, by the line that it was sold on. */
    static Map<Integer, Cart.Line> lines(Cart cart, Map<Integer, Quantity> back) {
        Map<Integer, Cart.Line> lines = new LinkedHashMap<>();
        back.forEach((number, quantity) -> {
            Cart.Line was = cart.find(number).orElseThrow();
            lines.put(
                    number, new Cart.Line(lines.size() + 1, was.itemId(), Cart.Kind.RETURN, quantity.negated(), null));
        });
        return lines;
    }

    /**
     * Returns the lines of the first goods that come back together or not at all, of which this would leave some with the
     * customer and not all; none when nothing is broken up. Promotions that share a line are one.
     */
    static Set<Integer> brokenUp(SoldSale sale, Map<Integer, Quantity> back) {
        for (Map<Integer, Long> goods : together(sale)) {
            boolean holdsAll = true;
            boolean holdsNone = true;
            for (Map.Entry<Integer, SoldLine> line : sale.lines().entrySet()) {
                long sold = line.getValue().quantity().milli();
                long counted = Math.min(sold, goods.getOrDefault(line.getKey(), 0L));
                Quantity more = back.get(line.getKey());
                long stays = sold - line.getValue().returned().milli() - (more == null ? 0 : more.milli());
                holdsAll &= counted == 0 || stays >= counted;
                holdsNone &= counted == 0 || stays <= sold - counted;
            }
            boolean isTouched = goods.keySet().stream().anyMatch(back::containsKey);
            if (isTouched && !holdsAll && !holdsNone) {
                return goods.keySet();
            }
        }
        return Set.of();
    }

    /** How much of which line comes together, joined until no two have a line in common. */
    private static List<Map<Integer, Long>> together(SoldSale sale) {
        List<Map<Integer, Long>> all = new ArrayList<>();
        for (SoldSale.Group group : sale.groups()) {
            if (group.policy() == Promotion.ReturnPolicy.ALL_OR_NOTHING) {
                Map<Integer, Long> goods = new TreeMap<>();
                group.counted().forEach((number, counted) -> goods.put(number, counted.milli()));
                all.removeIf(other -> {
                    boolean isShared = !Collections.disjoint(other.keySet(), goods.keySet());
                    if (isShared) {
                        other.forEach((number, milli) -> goods.merge(number, milli, Long::sum));
                    }
                    return isShared;
                });
                all.add(goods);
            }
        }
        return all;
    }
}
