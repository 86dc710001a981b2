package org.tillwright.register.returning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.register.sale.Payment;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.sale.TenderReturns;

/**
 * The ways by which money goes back: first to what the customer's own number is on, then to cards, then what has no way of its
 * own, cash last. Pure arithmetic.
 */
final class RefundPlan {

    /** Ways that a refund takes by itself, without the operator saying how. */
    private static final Set<TenderType> BY_NUMBER =
            Set.of(TenderType.GIFT_CARD, TenderType.STORE_CREDIT, TenderType.ON_ACCOUNT, TenderType.WALLET);

    private RefundPlan() {}

    /**
     * One part of a refund.
     *
     * @param way null while nobody said how: its own way does not take money back
     * @param from how it was paid, for a person to know; null for goods without a receipt
     * @param reference number that it goes to
     * @param handedOutMinor what leaves the shop
     */
    record Part(
            @Nullable TenderType way,
            @Nullable TenderType from,
            @Nullable String reference,
            SaleMessage.@Nullable Card card,
            long amountMinor,
            long handedOutMinor) {

        /** The same part by another way. */
        Part by(TenderType other, @Nullable String number, long handedOut) {
            return new Part(other, from, number, null, amountMinor, handedOut);
        }
    }

    /**
     * Spreads what goes back over how the sale was paid.
     *
     * @param due what goes back, more than zero
     * @param tenders how the receipt was paid and what went back of it; null without a receipt
     * @param blind how much of it is for goods without a receipt
     * @param asCredit true if goods without a receipt are paid with store credit only
     */
    static List<Part> of(
            Money due, @Nullable TenderReturns tenders, CashRounding rounding, Money blind, boolean asCredit) {
        long free = Math.min(due.minor(), tenders == null ? due.minor() : blind.minor());
        List<Part> parts = new ArrayList<>();
        if (tenders != null && due.minor() > free) {
            long most = Math.min(due.minor() - free, tenders.leftMinor());
            free = due.minor() - most;
            for (TenderReturns.Part part : tenders.spread(new Money(due.currency(), most), rounding)) {
                parts.add(part(part));
            }
        }
        if (free > 0) {
            parts.add(new Part(asCredit ? TenderType.STORE_CREDIT : null, null, null, null, free, free));
        }
        return inOrder(parts);
    }

    private static Part part(TenderReturns.Part part) {
        TenderReturns.Tendered to = part.to();
        if (to == null) {
            return new Part(null, null, null, null, part.amountMinor(), part.handedOutMinor());
        }
        boolean hasOwnWay = to.type() == TenderType.CASH
                || to.type() == TenderType.CARD
                || (BY_NUMBER.contains(to.type()) && to.reference() != null);
        return new Part(
                hasOwnWay ? to.type() : null,
                to.type(),
                hasOwnWay ? to.reference() : null,
                to.card(),
                part.amountMinor(),
                part.handedOutMinor());
    }

    /** Cash is last, because what coins cannot pay is waived by the last payment; all cash is one. */
    static List<Part> inOrder(List<Part> parts) {
        List<Part> ordered = new ArrayList<>();
        long amount = 0;
        long handedOut = 0;
        for (Part part : parts) {
            if (part.way() == TenderType.CASH) {
                amount += part.amountMinor();
                handedOut += part.handedOutMinor();
            } else {
                ordered.add(part);
            }
        }
        if (amount != 0) {
            ordered.add(new Part(TenderType.CASH, TenderType.CASH, null, null, amount, handedOut));
        }
        return List.copyOf(ordered);
    }

    /** Returns how the receipt was paid, after what this sale has given back already. */
    static TenderReturns after(TenderReturns tenders, List<Payment> payments) {
        TenderReturns left = tenders;
        for (Payment payment : payments) {
            TenderParticulars said = payment.particulars();
            if (payment.amount().isNegative() && payment.type() != TenderType.COUPON) {
                left = left.after(
                        payment.type(),
                        said == null ? null : said.reference(),
                        -payment.amount().minor());
            }
        }
        return left;
    }
}
