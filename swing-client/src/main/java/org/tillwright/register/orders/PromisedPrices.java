package org.tillwright.register.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Discount;
import org.tillwright.register.sale.SaleDraft;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.order.OrderMessage;

/**
 * The prices that a customer was promised: what one unit came to after promotions, before discounts by hand and without what
 * was chosen with it. As a price by hand it brings the same total on another day.
 */
final class PromisedPrices {

    private PromisedPrices() {}

    static List<OrderMessage.Line> of(List<SaleLine> lines) {
        return lines.stream().map(PromisedPrices::promised).toList();
    }

    private static OrderMessage.Line promised(SaleLine line) {
        return new OrderMessage.Line(
                (long) line.number(),
                line.itemId(),
                line.description(),
                line.quantity().milli(),
                micro(line),
                line.amount().minor());
    }

    /** The unit price less the line's part of promotions, in millionths, the nearest one; never below zero. */
    static long micro(SaleLine line) {
        long off = 0;
        for (SaleLine.TakenOff each : line.discounts()) {
            if (each.source() == Discount.Source.PROMOTION) {
                long micro = UnitPrice.of(positive(each.amount())).micro();
                off = Math.addExact(off, each.amount().isNegative() ? -micro : micro);
            }
        }
        BigDecimal perUnit = BigDecimal.valueOf(off)
                .multiply(BigDecimal.valueOf(1_000))
                .divide(BigDecimal.valueOf(line.quantity().milli()), 0, RoundingMode.HALF_UP);
        return Math.max(0, Math.subtractExact(line.unitPrice().micro(), perUnit.longValueExact()));
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }

    /**
     * Returns the draft with promised prices as prices by hand, on the lines that today would come to another one.
     *
     * @param today the same draft at today's prices
     * @param approverId who sells them so
     */
    static SaleDraft apply(SaleDraft draft, List<OrderMessage.Line> promised, List<SaleLine> today, String approverId) {
        Map<Long, Long> now = new HashMap<>();
        today.forEach(line -> now.put((long) line.number(), micro(line)));
        Map<Long, Long> before = new HashMap<>();
        promised.forEach(line -> before.put(line.number(), line.unitPriceMicro()));
        return with(
                draft, before, approverId, line -> !Objects.equals(before.get(line.number()), now.get(line.number())));
    }

    /** Returns the draft with every promised price as a price by hand: no promotion of today counts then. */
    static SaleDraft applyAll(SaleDraft draft, List<OrderMessage.Line> promised, String approverId) {
        Map<Long, Long> before = new HashMap<>();
        promised.forEach(line -> before.put(line.number(), line.unitPriceMicro()));
        return with(draft, before, approverId, line -> true);
    }

    private static SaleDraft with(
            SaleDraft draft, Map<Long, Long> promised, String approverId, Predicate<SaleDraft.DraftLine> wanted) {
        List<SaleDraft.DraftLine> lines = draft.lines().stream()
                .map(line -> isOpen(line) && promised.containsKey(line.number()) && wanted.test(line)
                        ? priced(line, promised.get(line.number()), approverId)
                        : line)
                .toList();
        return new SaleDraft(
                draft.transactionId(),
                draft.begunAt(),
                draft.nextLine(),
                lines,
                draft.payments(),
                draft.cardAskedMinor(),
                draft.context(),
                draft.discounts(),
                draft.particulars(),
                draft.customer());
    }

    /** A label and a deposit say themselves what they come to, and a price by hand stays. */
    private static boolean isOpen(SaleDraft.DraftLine line) {
        return line.labelMinor() == null && line.follows() == null && line.overrideMicro() == null;
    }

    private static SaleDraft.DraftLine priced(SaleDraft.DraftLine line, long micro, String approverId) {
        return new SaleDraft.DraftLine(
                line.number(),
                line.itemId(),
                line.quantityMilli(),
                micro,
                SaleMessage.OverriddenPrice.QUOTED,
                approverId,
                line.modifiers(),
                line.discounts(),
                line.serviceMode(),
                line.labelMinor(),
                line.follows(),
                line.particulars(),
                line.returned(),
                line.sold());
    }
}
