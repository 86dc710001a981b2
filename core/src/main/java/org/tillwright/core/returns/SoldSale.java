package org.tillwright.core.returns;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.promotion.PromotionResult;

/**
 * An earlier sale as it was stored, and what has come back of it since.
 *
 * @param cart as it was sold; lines that were returns themselves cannot come back
 * @param book of the version and the tax policy that the sale was made with
 * @param lines what was sold, by line number, in the order of the numbers
 * @param groups the promotions that were applied
 * @param refunded what was given back for goods of this sale before
 */
public record SoldSale(
        Cart cart, PriceBook book, Map<Integer, SoldLine> lines, List<Group> groups, LineAmounts refunded) {

    public SoldSale {
        lines = Collections.unmodifiableMap(new TreeMap<>(lines));
        groups = List.copyOf(groups);
    }

    /**
     * One promotion that was applied.
     *
     * @param counted how much of each line it took something off, or counted, by line number
     */
    public record Group(String promotionId, Promotion.ReturnPolicy policy, Map<Integer, Quantity> counted) {

        public Group {
            counted = Map.copyOf(counted);
        }
    }

    /** A sale that was just made, and of which nothing has come back. */
    public static SoldSale of(Cart cart, PriceBook book, PricedCart priced) {
        Map<Integer, SoldLine> lines = new HashMap<>();
        for (PricedCart.Line line : priced.lines()) {
            if (line.wanted().kind() == Cart.Kind.SALE) {
                lines.put(line.wanted().number(), new SoldLine(line.quantity(), line.unitPrice(), line.amounts()));
            }
        }
        List<Group> groups = new ArrayList<>();
        for (PromotionResult.Applied applied : priced.promotions().applied()) {
            groups.add(new Group(
                    applied.promotion().promotionId(),
                    applied.promotion().returnPolicy(),
                    counted(applied.reductions(), priced, book)));
        }
        return new SoldSale(cart, book, lines, groups, LineAmounts.nothing(book.currency()));
    }

    private static Map<Integer, Quantity> counted(
            List<PromotionResult.Reduction> reductions, PricedCart priced, PriceBook book) {
        Map<Integer, Long> pieces = new HashMap<>();
        reductions.forEach(reduction -> pieces.put(reduction.lineNumber(), reduction.pieces()));
        Map<Integer, Quantity> counted = new HashMap<>();
        for (PricedCart.Line line : priced.lines()) {
            Long some = pieces.get(line.wanted().number());
            if (some != null) {
                boolean isMeasured =
                        book.find(line.wanted().itemId()).orElseThrow().traits().divisible();
                boolean isOnePiece = isMeasured || line.quantity().milli() % Quantity.ONE.milli() != 0;
                counted.put(line.wanted().number(), isOnePiece ? line.quantity() : Quantity.of(some));
            }
        }
        return counted;
    }

    /** Returns this sale after goods of it came back, each as {@link Refunds#lines} told what it was sold for. */
    public SoldSale after(Map<Integer, SoldLine> worth, Map<Integer, Quantity> back) {
        Map<Integer, SoldLine> changed = new HashMap<>(lines);
        LineAmounts sum = refunded;
        for (Map.Entry<Integer, SoldLine> line : worth.entrySet()) {
            Quantity more = requireNonNull(back.get(line.getKey()));
            changed.put(line.getKey(), line.getValue().after(more));
            sum = sum.plus(line.getValue().worthOf(more));
        }
        return new SoldSale(cart, book, changed, groups, sum);
    }

    /** Returns what was paid for the whole sale: all that was sold in it. */
    LineAmounts paid() {
        LineAmounts sum = LineAmounts.nothing(book.currency());
        for (SoldLine line : lines.values()) {
            sum = sum.plus(line.paid().withoutDetails());
        }
        return sum;
    }

    /** Returns the cart of what stays with the customer, with what an operator took off it by hand. */
    Cart kept(Map<Integer, Quantity> back) {
        Map<Integer, Quantity> left = left(back);
        List<Cart.Line> kept = new ArrayList<>();
        left.forEach((number, stays) -> {
            Cart.Line wanted = cart.find(number).orElseThrow();
            Integer follows = wanted.follows();
            kept.add(kept(
                    wanted,
                    requireNonNull(lines.get(number)),
                    stays,
                    follows != null && left.containsKey(follows) ? follows : null));
        });
        List<ManualDiscount> percentages = cart.discounts().stream()
                .filter(discount -> discount.percent() != null)
                .toList();
        return new Cart(cart.context(), kept, percentages);
    }

    /** Returns how much of which lines stays when this comes back too. */
    private Map<Integer, Quantity> left(Map<Integer, Quantity> back) {
        Map<Integer, Quantity> left = new TreeMap<>();
        lines.forEach((number, line) -> {
            Quantity more = back.getOrDefault(number, new Quantity(0));
            long stays = line.left().milli() - more.milli();
            if (stays > 0) {
                left.put(number, new Quantity(stays));
            }
        });
        return left;
    }

    /** Amounts taken off by hand stay with the goods that they were taken off; percentages are taken anew. */
    private Cart.Line kept(Cart.Line wanted, SoldLine sold, Quantity stays, @Nullable Integer follows) {
        List<ManualDiscount> discounts = new ArrayList<>();
        for (ManualDiscount discount : wanted.discounts()) {
            if (discount.percent() != null) {
                discounts.add(discount);
            }
        }
        LineAmounts share = sold.paid().share(stays.milli(), sold.quantity().milli());
        for (Discount discount : share.discounts()) {
            if (isAmountByHand(discount, wanted)) {
                discounts.add(ManualDiscount.amount(discount.id(), discount.amount(), "", ""));
            }
        }
        Money label = wanted.labelTotal();
        return new Cart.Line(
                wanted.number(),
                wanted.itemId(),
                wanted.kind(),
                stays,
                wanted.override(),
                wanted.modifiers(),
                discounts,
                wanted.serviceMode(),
                label == null
                        ? null
                        : LineAmounts.share(
                                label, stays.milli(), sold.quantity().milli()),
                follows,
                null);
    }

    private boolean isAmountByHand(Discount discount, Cart.Line wanted) {
        return switch (discount.source()) {
            case LINE -> isAmount(wanted.discounts(), discount.id());
            case SALE -> isAmount(cart.discounts(), discount.id());
            case PROMOTION, EXEMPTION -> false;
        };
    }

    private static boolean isAmount(List<ManualDiscount> discounts, String id) {
        return discounts.stream()
                .anyMatch(given -> given.amount() != null && given.discountId().equals(id));
    }
}
