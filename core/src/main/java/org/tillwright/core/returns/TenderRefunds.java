package org.tillwright.core.returns;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.CashRounding;

/**
 * Gives the money of a return back the ways it came, and never more to one of them than came from it. What a gift card
 * paid goes back to a gift card first, then to other tenders in the order in which they paid, and to cash last. Any
 * returns in any order sum to what each tender paid.
 */
public final class TenderRefunds {

    private TenderRefunds() {}

    /**
     * Spreads a refund over the tenders of its sale.
     *
     * @param tenders what paid the sale
     * @param refund what is to be given back, not negative
     * @param rounding the sale's own, for its cash
     * @return those tenders that give something back, in the order in which they do
     * @throws IllegalArgumentException if that is more than is left of what was paid
     */
    public static List<Refunded> spread(List<Paid> tenders, Money refund, CashRounding rounding) {
        if (refund.isNegative()) {
            throw new IllegalArgumentException("a refund of " + refund + " is negative");
        }
        List<Refunded> refunded = new ArrayList<>();
        Money left = refund;
        for (Kind kind : Kind.values()) {
            for (Paid tender : tenders) {
                Money most = tender.left();
                if (tender.kind() == kind && !left.isZero() && !most.isZero()) {
                    Money amount = left.minor() < most.minor() ? left : most;
                    refunded.add(tender.refund(amount, rounding));
                    left = left.minus(amount);
                }
            }
        }
        if (!left.isZero()) {
            throw new IllegalArgumentException(
                    "a refund of " + refund + " is " + left + " more than is left of what was paid");
        }
        return refunded;
    }

    /** Which tenders give back first. */
    public enum Kind {
        /** Money of the customer that the shop holds. */
        GIFT_CARD,
        /** Cards and everything else that is not cash. */
        OTHER,
        CASH
    }

    /**
     * A tender of a sale.
     *
     * @param tenderId names it within its sale
     * @param paid its part of the total, before cash was rounded and without change
     * @param refunded what it has given back of that before
     */
    public record Paid(String tenderId, Kind kind, Money paid, Money refunded) {

        public Paid {
            if (paid.isNegative()
                    || refunded.isNegative()
                    || paid.minus(refunded).isNegative()) {
                throw new IllegalArgumentException("tender " + tenderId + " gave back " + refunded + " of " + paid);
            }
        }

        Money left() {
            return paid.minus(refunded);
        }

        /** Cash is rounded as a whole up to now, less what it was rounded to before: so it sums to what was taken. */
        Refunded refund(Money amount, CashRounding rounding) {
            if (kind != Kind.CASH) {
                return new Refunded(tenderId, amount, amount);
            }
            Money after = rounding.due(refunded.plus(amount));
            return new Refunded(tenderId, amount, after.minus(rounding.due(refunded)));
        }
    }

    /**
     * What goes back to one tender.
     *
     * @param amount of what is owed
     * @param handedOut what leaves the shop: the same, but for cash, which coins must be able to pay
     */
    public record Refunded(String tenderId, Money amount, Money handedOut) {

        /** What rounding gave the customer more; negative when it gave less. */
        public Money rounding() {
            return handedOut.minus(amount);
        }
    }
}
