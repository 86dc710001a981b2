package org.tillwright.core.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
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
 * @param lines what was sold, in line order
 * @param groups the promotions that were applied
 * @param refunded what was given back for goods of this sale before
 */
public record SoldSale(Cart cart, PriceBook book, List<Sold> lines, List<Group> groups, LineAmounts refunded) {

    public SoldSale {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
    }

    /**
     * One line of the sale.
     *
     * @param quantity how much was sold
     * @param returned how much of it came back before
     */
    public record Sold(int number, Quantity quantity, UnitPrice unitPrice, LineAmounts paid, Quantity returned) {}

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
        List<Sold> lines = new ArrayList<>();
        for (PricedCart.Line line : priced.lines()) {
            if (line.wanted().kind() == Cart.Kind.SALE) {
                lines.add(new Sold(
                        line.wanted().number(), line.quantity(), line.unitPrice(), line.amounts(), new Quantity(0)));
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
        List<Sold> changed = new ArrayList<>();
        LineAmounts sum = refunded;
        for (Sold line : lines) {
            SoldLine sold = worth.get(line.number());
            Quantity more = back.get(line.number());
            if (sold == null || more == null) {
                changed.add(line);
            } else {
                changed.add(new Sold(
                        line.number(),
                        line.quantity(),
                        line.unitPrice(),
                        line.paid(),
                        line.returned().plus(more)));
                sum = sum.plus(sold.worthOf(more));
            }
        }
        return new SoldSale(cart, book, changed, groups, sum);
    }

    /** Returns what was paid for the whole sale: all that was sold in it. */
    LineAmounts paid() {
        LineAmounts sum = LineAmounts.nothing(book.currency());
        for (Sold line : lines) {
            sum = sum.plus(line.paid().withoutDetails());
        }
        return sum;
    }

    /** Returns the cart of what stays with the customer, with what an operator took off it by hand. */
    Cart kept(Map<Integer, Quantity> back) {
        Map<Integer, Quantity> left = new LinkedHashMap<>();
        for (Sold line : lines) {
            long milli = line.quantity().milli() - line.returned().milli();
            Quantity more = back.get(line.number());
            long stays = more == null ? milli : milli - more.milli();
            if (stays > 0) {
                left.put(line.number(), new Quantity(stays));
            }
        }
        List<Cart.Line> kept = new ArrayList<>();
        for (Sold line : lines) {
            Quantity stays = left.get(line.number());
            if (stays != null) {
                Cart.Line wanted = cart.find(line.number()).orElseThrow();
                Integer follows = wanted.follows();
                kept.add(kept(wanted, line, stays, follows != null && left.containsKey(follows) ? follows : null));
            }
        }
        List<ManualDiscount> percentages = cart.discounts().stream()
                .filter(discount -> discount.percent() != null)
                .toList();
        return new Cart(cart.context(), kept, percentages);
    }

    /** Amounts taken off by hand stay with the goods that they were taken off; percentages are taken anew. */
    private Cart.Line kept(Cart.Line wanted, Sold sold, Quantity stays, @Nullable Integer follows) {
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
