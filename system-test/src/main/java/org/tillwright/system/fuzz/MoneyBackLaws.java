package org.tillwright.system.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.returns.Points;
import org.tillwright.core.returns.TenderRefunds;
import org.tillwright.system.reference.ReferenceMoney;
import org.tillwright.system.thrown.Dice;
import org.tillwright.system.thrown.PricingCase;

/**
 * Pays a sale in several ways and gives the money back in several parts: no tender gives back more than it took, each gives
 * back all of it in the end, cash is rounded to coins there are, and points follow the money.
 */
final class MoneyBackLaws {

    private static final int MOST_PARTS = 6;

    private final Dice dice;
    private final Currency currency;
    private final CashRounding rounding;

    private MoneyBackLaws(Dice dice, PricingCase one) {
        this.dice = dice;
        this.currency = one.book().currency();
        this.rounding = one.book().rules().cashRounding();
    }

    /** Returns the first law that is broken, or null. */
    static @Nullable Violation broken(PricingCase one, PricedCart sale, Counts met) {
        MoneyBackLaws laws = new MoneyBackLaws(new Dice(~one.returns()), one);
        long paid = sale.total().minor() - sale.paidByManufacturers().minor();
        Violation broken = laws.cashBroken(paid, met);
        if (broken != null || paid <= 0) {
            return broken;
        }
        List<Long> parts = laws.parts(paid);
        broken = laws.tendersBroken(paid, parts, met);
        return broken != null ? broken : laws.pointsBroken(paid, parts, met);
    }

    /** Cuts an amount into some parts, of which some may be nothing. */
    private List<Long> parts(long whole) {
        List<Long> parts = new ArrayList<>();
        long left = whole;
        for (int i = dice.below(MOST_PARTS); i > 0 && left > 0; i--) {
            long part = dice.between(0, left);
            parts.add(part);
            left -= part;
        }
        parts.add(left);
        return parts;
    }

    private Money money(long minor) {
        return new Money(currency, minor);
    }

    private @Nullable Violation cashBroken(long paid, Counts met) {
        for (long minor : new long[] {paid, -paid, dice.between(-5_000, 5_000)}) {
            long due = rounding.due(money(minor)).minor();
            long change = rounding.change(money(minor)).minor();
            long wantedDue = inCash(minor, rounding.due());
            long wantedChange = inCash(minor, rounding.change());
            if (due != wantedDue || change != wantedChange) {
                return new Violation(
                        "cash is the nearest amount that there are coins for",
                        minor + " by " + rounding + ": due " + due + ", reference " + wantedDue + "; change " + change
                                + ", reference " + wantedChange);
            }
            met.add("amounts rounded to cash");
        }
        return null;
    }

    private long inCash(long minor, CashRounding.Tie tie) {
        return ReferenceMoney.inCash(minor, rounding.incrementMinor(), tie == CashRounding.Tie.AWAY_FROM_ZERO);
    }

    /** A tender and what it has given back. */
    private static final class Tender {

        private final String id;
        private final TenderRefunds.Kind kind;
        private final long paid;
        private long back;
        private long handedOut;

        Tender(String id, TenderRefunds.Kind kind, long paid) {
            this.id = id;
            this.kind = kind;
            this.paid = paid;
        }

        @Override
        public String toString() {
            return id + " paid " + paid + ", gave back " + back + ", handed out " + handedOut;
        }
    }

    private @Nullable Violation tendersBroken(long paid, List<Long> parts, Counts met) {
        List<Tender> tenders = tenders(paid);
        for (long part : parts) {
            long[] wanted = wanted(tenders, part);
            for (TenderRefunds.Refunded refunded : TenderRefunds.spread(asPaid(tenders), money(part), rounding)) {
                Tender tender = tenders.stream()
                        .filter(one -> one.id.equals(refunded.tenderId()))
                        .findFirst()
                        .orElseThrow();
                tender.back += refunded.amount().minor();
                tender.handedOut += refunded.handedOut().minor();
                met.add("refunds to " + tender.kind);
            }
            for (int i = 0; i < wanted.length; i++) {
                Tender tender = tenders.get(i);
                boolean isCash = tender.kind == TenderRefunds.Kind.CASH;
                long inHand = isCash ? inCash(tender.back, rounding.due()) : tender.back;
                if (tender.back != wanted[i] || tender.handedOut != inHand || tender.back > tender.paid) {
                    return new Violation(
                            "tenders give back what they took, gift cards first and cash last",
                            part + " of " + parts + ": " + tender + ", reference " + wanted[i] + " and " + inHand
                                    + " of " + tenders);
                }
            }
        }
        return isMoreRefused(tenders)
                ? null
                : new Violation("no tender gives back more than it took", "one minor unit more than " + tenders);
    }

    private List<Tender> tenders(long paid) {
        List<TenderRefunds.Kind> kinds = new ArrayList<>(List.of(
                TenderRefunds.Kind.CASH,
                TenderRefunds.Kind.OTHER,
                TenderRefunds.Kind.GIFT_CARD,
                TenderRefunds.Kind.OTHER));
        List<Tender> tenders = new ArrayList<>();
        long left = paid;
        while (!kinds.isEmpty()) {
            TenderRefunds.Kind kind = kinds.remove(dice.below(kinds.size()));
            long part = kinds.isEmpty() ? left : dice.percent(30) ? 0 : dice.between(0, left);
            tenders.add(new Tender("t" + tenders.size(), kind, part));
            left -= part;
        }
        return tenders;
    }

    private List<TenderRefunds.Paid> asPaid(List<Tender> tenders) {
        return tenders.stream()
                .map(one -> new TenderRefunds.Paid(one.id, one.kind, money(one.paid), money(one.back)))
                .toList();
    }

    /** What each tender has given back after {@code part} more: it runs through them as through a row of cups. */
    private static long[] wanted(List<Tender> tenders, long part) {
        long[] wanted = new long[tenders.size()];
        long left = part;
        for (TenderRefunds.Kind kind :
                List.of(TenderRefunds.Kind.GIFT_CARD, TenderRefunds.Kind.OTHER, TenderRefunds.Kind.CASH)) {
            for (int i = 0; i < wanted.length; i++) {
                Tender tender = tenders.get(i);
                if (tender.kind == kind) {
                    long more = Math.min(left, tender.paid - tender.back);
                    wanted[i] = tender.back + more;
                    left -= more;
                }
            }
        }
        return wanted;
    }

    private boolean isMoreRefused(List<Tender> tenders) {
        try {
            TenderRefunds.spread(asPaid(tenders), money(1), rounding);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private @Nullable Violation pointsBroken(long paid, List<Long> parts, Counts met) {
        Points points = new Points(dice.between(1, Math.max(2, paid / 3)), dice.between(0, 5));
        long redeemed = dice.between(0, 500);
        long before = 0;
        long taken = 0;
        long given = 0;
        for (long part : parts) {
            taken += points.takenBack(money(paid), money(before), money(part));
            given += Points.givenBack(redeemed, money(paid), money(before), money(part));
            before += part;
            long wantedTaken = ReferenceMoney.points(paid, points.stepMinor(), points.perStep())
                    - ReferenceMoney.points(paid - before, points.stepMinor(), points.perStep());
            long wantedGiven = ReferenceMoney.upTo(redeemed, before, paid);
            if (taken != wantedTaken || given != wantedGiven) {
                return new Violation(
                        "points follow the money",
                        before + " of " + paid + " back by " + points + ": taken " + taken + ", reference "
                                + wantedTaken + "; given " + given + " of " + redeemed + ", reference "
                                + wantedGiven);
            }
        }
        met.add("sales whose points went back");
        return given == redeemed && taken == points.earned(money(paid))
                ? null
                : new Violation("points follow the money", "all is back, and not all points");
    }
}
