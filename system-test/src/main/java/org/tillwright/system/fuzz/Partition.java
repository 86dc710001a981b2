package org.tillwright.system.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.SoldSale;
import org.tillwright.core.promotion.Promotion;

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
        for (SoldSale.Sold line : sale.lines()) {
            long left = line.quantity().milli() - line.returned().milli();
            if (left > 0) {
                all.put(line.number(), new Quantity(left));
                if (dice.percent(60)) {
                    some.put(line.number(), new Quantity(part(left)));
                }
            }
        }
        Map<Integer, Quantity> back = some.isEmpty() ? new LinkedHashMap<>(all) : some;
        for (int number : together(back.keySet())) {
            Quantity whole = all.get(number);
            if (whole != null) {
                back.put(number, whole);
            }
        }
        return back;
    }

    private long part(long milli) {
        long step = milli % 1000 == 0 ? 1000 : 1;
        return dice.percent(25) ? milli : dice.between(1, milli / step) * step;
    }

    /** One promotion's goods may be another's too, so whole lines can bring others with them. */
    private Set<Integer> together(Set<Integer> chosen) {
        Set<Integer> touched = new TreeSet<>(chosen);
        Set<Integer> whole = new TreeSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (SoldSale.Group group : sale.groups()) {
                if (isTogether(group) && group.lineNumbers().stream().anyMatch(touched::contains)) {
                    grown |= whole.addAll(group.lineNumbers());
                    touched.addAll(group.lineNumbers());
                }
            }
        }
        return whole;
    }

    static boolean isTogether(SoldSale.Group group) {
        return group.policy() == Promotion.ReturnPolicy.ALL_OR_NOTHING;
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

    /** Tells whether some of a promotion's goods come back, and not all of them. */
    static boolean isBrokenUp(SoldSale sale, Map<Integer, Quantity> back) {
        for (SoldSale.Group group : sale.groups()) {
            List<SoldSale.Sold> lines = sale.lines().stream()
                    .filter(line -> group.lineNumbers().contains(line.number()))
                    .toList();
            boolean some = lines.stream().anyMatch(line -> back.containsKey(line.number()));
            boolean all = lines.stream().allMatch(line -> isAll(line, back.get(line.number())));
            if (isTogether(group) && some && !all) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAll(SoldSale.Sold line, @org.jspecify.annotations.Nullable Quantity back) {
        return back != null
                && line.returned().milli() + back.milli() == line.quantity().milli();
    }
}
