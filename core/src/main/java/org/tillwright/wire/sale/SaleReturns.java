package org.tillwright.wire.sale;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Allocation;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.Refunds;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.promotion.Promotion.ReturnPolicy;
import org.tillwright.core.promotion.PromotionResult;
import org.tillwright.wire.SaleMessage;

/**
 * What comes back of one sale, return by return. Goods that no promotion touched, and those of a prorated one, are worth
 * what was paid for them. Where a promotion is clawed back, the goods that stay are priced anew without those that came
 * back. Used by one thread, for one return at a time.
 */
public final class SaleReturns {

    private final SaleMessage original;
    private final PriceBook book;
    private final Cart sold;
    private final Map<Long, SaleMessage.Line> lines = new LinkedHashMap<>();
    private final Map<Long, Long> leftMilli = new HashMap<>();
    private final Set<Long> clawedBack = new HashSet<>();
    private final List<PromotionResult.Applied> together = new ArrayList<>();
    private LineAmounts refunded;

    /**
     * Begins with all goods still at the customer's.
     *
     * @param at when the sale was begun, by the store's own clock
     * @param book with the prices, rules and tax policy of the sale
     */
    public SaleReturns(SaleMessage original, LocalDateTime at, PriceBook book) {
        this.original = original;
        this.book = book;
        this.refunded = LineAmounts.nothing(Currency.of(original.currency()));
        for (SaleMessage.Line line : original.lines()) {
            if (line.quantityMilli() > 0) {
                lines.put(line.number(), line);
                leftMilli.put(line.number(), line.quantityMilli());
            }
        }
        Cart whole = SaleCart.of(original, at, Map.of());
        this.sold = cartOf(
                whole,
                whole.lines().stream()
                        .filter(line -> line.kind() == Cart.Kind.SALE)
                        .toList());
        PricedCart priced = priced(sold);
        if (priced != null) {
            priced.promotions().applied().forEach(this::note);
        }
    }

    private void note(PromotionResult.Applied applied) {
        ReturnPolicy policy = applied.promotion().returnPolicy();
        if (policy == ReturnPolicy.CLAWBACK) {
            applied.reductions().forEach(reduction -> clawedBack.add((long) reduction.lineNumber()));
        } else if (policy == ReturnPolicy.ALL_OR_NOTHING) {
            together.add(applied);
        }
    }

    /** Notes goods that came back before. */
    public void cameBack(SaleMessage earlier, SaleMessage.Line line) {
        SaleMessage.ReturnedLine returned = line.returned();
        if (returned != null && returned.transactionId().equals(original.transactionId())) {
            Long left = leftMilli.get(returned.line());
            if (left != null) {
                leftMilli.put(returned.line(), left + line.quantityMilli());
                addRefund(returned.line(), SoldLines.refundOf(earlier, line, book.taxPolicy()));
            }
        }
    }

    /**
     * Returns how a line was sold of which some comes back now, and notes that it does.
     *
     * @throws IllegalArgumentException if the sale has no such line, or less of it is left, with one sentence
     */
    public SoldLine comesBack(long number, Quantity back) {
        SaleMessage.Line line = lines.get(number);
        if (line == null) {
            throw new IllegalArgumentException(
                    "sale " + original.transactionId() + " has no line " + number + " that could come back");
        }
        long left = leftMilli.getOrDefault(number, 0L);
        if (back.milli() <= 0 || back.milli() > left) {
            throw new IllegalArgumentException(
                    new Quantity(back.milli()).decimal().toPlainString()
                            + " come back of line " + number + " of sale " + original.transactionId() + ", and "
                            + new Quantity(Math.max(left, 0)).decimal().toPlainString() + " are left of it");
        }
        leftMilli.put(number, left - back.milli());
        SoldLine sold = new SoldLine(
                new Quantity(line.quantityMilli()),
                new UnitPrice(book.currency(), line.unitPriceMicro()),
                SoldLines.amountsOf(original, line, book.taxPolicy()),
                new Quantity(line.quantityMilli() - left),
                clawedBack.contains(number) ? clawback() : null);
        addRefund(number, Refunds.of(sold, back));
        return sold;
    }

    /** Returns what the returns up to now break: promotions whose goods come back together or not at all. */
    public List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (PromotionResult.Applied applied : together) {
            boolean someAreGone = false;
            boolean someStay = false;
            for (PromotionResult.Reduction reduction : applied.reductions()) {
                SaleMessage.Line line = lines.get((long) reduction.lineNumber());
                if (line != null) {
                    long counted = Math.min(reduction.pieces() * 1000, line.quantityMilli());
                    long left = leftMilli.getOrDefault(line.number(), 0L);
                    someAreGone |= left < counted;
                    someStay |= left > line.quantityMilli() - counted;
                }
            }
            if (someAreGone && someStay) {
                broken.add("goods of promotion " + applied.promotion().promotionId()
                        + " come back together or not at all");
            }
        }
        return broken;
    }

    private void addRefund(long number, LineAmounts refund) {
        if (clawedBack.contains(number)) {
            refunded = refunded.plus(refund);
        }
    }

    /** Of the lines that such promotions touch: what was paid, and what those that stay cost by themselves. */
    private SoldLine.@Nullable Clawback clawback() {
        LineAmounts paid = LineAmounts.nothing(book.currency());
        for (SaleMessage.Line line : lines.values()) {
            if (clawedBack.contains(line.number())) {
                paid = paid.plus(SoldLines.amountsOf(original, line, book.taxPolicy()));
            }
        }
        PricedCart stays = priced(cartOf(sold, staying()));
        if (stays == null) {
            return null;
        }
        LineAmounts kept = LineAmounts.nothing(book.currency());
        for (PricedCart.Line line : stays.lines()) {
            if (clawedBack.contains((long) line.wanted().number())) {
                kept = kept.plus(line.amounts());
            }
        }
        return new SoldLine.Clawback(paid, kept, refunded);
    }

    private List<Cart.Line> staying() {
        List<Cart.Line> staying = new ArrayList<>();
        for (Cart.Line line : sold.lines()) {
            long left = leftMilli.getOrDefault((long) line.number(), 0L);
            if (left > 0) {
                Money label = line.labelTotal();
                Cart.Line less = line.withQuantity(new Quantity(left));
                staying.add(
                        label == null
                                ? less
                                : less.withLabelTotal(new Money(
                                        label.currency(),
                                        Allocation.share(
                                                label.minor(),
                                                left,
                                                line.quantity().milli()))));
            }
        }
        return staying;
    }

    /** A deposit whose goods are gone stands alone: what it is, the book says too. */
    private static Cart cartOf(Cart like, List<Cart.Line> lines) {
        Set<Integer> numbers = new HashSet<>();
        lines.forEach(line -> numbers.add(line.number()));
        List<Cart.Line> kept = lines.stream()
                .map(line -> line.follows() == null || numbers.contains(line.follows())
                        ? line
                        : new Cart.Line(
                                line.number(),
                                line.itemId(),
                                line.kind(),
                                line.quantity(),
                                line.override(),
                                line.modifiers(),
                                line.discounts(),
                                line.serviceMode(),
                                line.labelTotal(),
                                null,
                                null))
                .toList();
        return new Cart(like.context(), kept, like.discounts());
    }

    /** Returns null for what cannot be priced any more: its goods are then worth what was paid for them. */
    private @Nullable PricedCart priced(Cart cart) {
        try {
            return PricingEngine.price(cart, book);
        } catch (PricingEngine.UnpricedItemException | IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }
}
