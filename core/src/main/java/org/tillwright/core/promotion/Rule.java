package org.tillwright.core.promotion;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Rate;
import org.tillwright.core.promotion.Effect.AmountOff;
import org.tillwright.core.promotion.Effect.Bundle;
import org.tillwright.core.promotion.Effect.BuyGet;
import org.tillwright.core.promotion.Effect.CheapestOff;
import org.tillwright.core.promotion.Effect.FixedPrice;
import org.tillwright.core.promotion.Effect.MixAndMatch;
import org.tillwright.core.promotion.Effect.NextSaleCoupon;
import org.tillwright.core.promotion.Effect.PercentOff;
import org.tillwright.core.promotion.Effect.QuantityBreaks;
import org.tillwright.core.promotion.Effect.SpendAmount;
import org.tillwright.core.promotion.Effect.SpendPercent;

/** A promotion as the search wants it: what kind of arithmetic it is, and its numbers. Made once for each index. */
final class Rule {

    /** How the amount is found that a rule takes off. */
    enum Kind {
        /** Each line alone. */
        EACH,
        /** Sets of one selection, in price order, the cheapest of each lowered. */
        CHEAPEST,
        /** Sets of one selection at a price. */
        MIX,
        /** Sets of two selections, the pieces of the second lowered. */
        BUY_GET,
        /** Sets of several selections at a price. */
        BUNDLE,
        SPEND_PERCENT,
        SPEND_AMOUNT,
        BREAKS,
        COUPON;

        boolean isSet() {
            return this == CHEAPEST || this == MIX || this == BUY_GET || this == BUNDLE;
        }

        boolean isSpend() {
            return this == SPEND_PERCENT || this == SPEND_AMOUNT;
        }

        /** True if it is applied once to a sale, whatever it counts. */
        boolean isWhole() {
            return isSpend() || this == BREAKS;
        }
    }

    final Promotion promotion;
    final Kind kind;
    /** One for each part of a set; a single one for all other kinds. */
    final ItemSelection[] slots;
    /** Pieces of each slot in one set. */
    final int[] counts;
    /** Pieces of a set of one selection, and how many of them are lowered. */
    final long setSize;

    final long lowered;
    /** What is done to each piece, by break; a single one where there are no breaks. */
    final Lowering[] lowerings;
    /** First quantity of each break, in thousandths. */
    final long[] breaksFrom;
    /** Price of a set, or amount off the sale. */
    final long amountMinor;

    final long spendMinor;

    private Rule(Promotion promotion, Draft draft) {
        this.promotion = promotion;
        this.kind = draft.kind;
        this.slots = draft.slots;
        this.counts = draft.counts;
        this.setSize = draft.setSize;
        this.lowered = draft.lowered;
        this.lowerings = draft.lowerings;
        this.breaksFrom = draft.breaksFrom;
        this.amountMinor = draft.amountMinor;
        this.spendMinor = draft.spendMinor;
    }

    static Rule of(Promotion promotion) {
        Effect effect = promotion.effect();
        Draft draft = ofSets(effect);
        return new Rule(promotion, draft == null ? ofPieces(effect) : draft);
    }

    private static Draft ofPieces(Effect effect) {
        if (effect instanceof PercentOff percent) {
            return new Draft(Kind.EACH, percent.items()).lowering(Lowering.off(percent.off()));
        }
        if (effect instanceof AmountOff amount) {
            return new Draft(Kind.EACH, amount.items()).lowering(Lowering.amount(amount.offMinor()));
        }
        if (effect instanceof FixedPrice fixed) {
            return new Draft(Kind.EACH, fixed.items()).lowering(Lowering.price(fixed.priceMinor()));
        }
        if (effect instanceof SpendPercent spend) {
            return new Draft(Kind.SPEND_PERCENT, spend.items())
                    .lowering(Lowering.off(spend.off()))
                    .spending(spend.spendMinor(), 0);
        }
        if (effect instanceof SpendAmount spend) {
            return new Draft(Kind.SPEND_AMOUNT, spend.items()).spending(spend.spendMinor(), spend.offMinor());
        }
        if (effect instanceof QuantityBreaks breaks) {
            return new Draft(Kind.BREAKS, breaks.items()).breaks(breaks.breaks());
        }
        NextSaleCoupon coupon = (NextSaleCoupon) effect;
        return new Draft(Kind.COUPON, coupon.items()).spending(coupon.spendMinor(), 0);
    }

    private static @Nullable Draft ofSets(Effect effect) {
        if (effect instanceof CheapestOff cheapest) {
            return new Draft(Kind.CHEAPEST, cheapest.items())
                    .sets(cheapest.every(), cheapest.cheapest())
                    .lowering(Lowering.off(cheapest.off()));
        }
        if (effect instanceof BuyGet buyGet) {
            int size = buyGet.buyCount() + buyGet.getCount();
            Draft draft = buyGet.buy().equals(buyGet.get())
                    ? new Draft(Kind.CHEAPEST, buyGet.buy()).sets(size, buyGet.getCount())
                    : new Draft(Kind.BUY_GET, buyGet.buy(), buyGet.get())
                            .counting(buyGet.buyCount(), buyGet.getCount());
            return draft.lowering(Lowering.off(buyGet.off()));
        }
        if (effect instanceof MixAndMatch mix) {
            return new Draft(Kind.MIX, mix.items()).sets(mix.count(), 0).spending(0, mix.priceMinor());
        }
        if (effect instanceof Bundle bundle) {
            ItemSelection[] slots =
                    bundle.parts().stream().map(Bundle.Part::items).toArray(ItemSelection[]::new);
            int[] counts = bundle.parts().stream().mapToInt(Bundle.Part::count).toArray();
            return new Draft(Kind.BUNDLE, slots).counting(counts).spending(0, bundle.priceMinor());
        }
        return null;
    }

    boolean isExclusive() {
        return promotion.combining() == Promotion.Combining.EXCLUSIVE && kind != Kind.COUPON;
    }

    boolean isStacking() {
        return promotion.combining() == Promotion.Combining.STACKING && kind != Kind.COUPON;
    }

    /** True if whole sets cost a price together, however many lines they are spread over. */
    boolean isSetAtAPrice() {
        return kind == Kind.MIX || kind == Kind.BUNDLE;
    }

    /** Returns how many pieces a set has. */
    long piecesOfASet() {
        long pieces = 0;
        for (int count : counts) {
            pieces += count;
        }
        return pieces;
    }

    /** Returns a bit for each slot that selects the item; 0 if none does. */
    int mask(PromotionLine line) {
        int mask = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot].selects(line.itemId(), line.departmentId())) {
                mask |= 1 << slot;
            }
        }
        return mask;
    }

    /** Returns the highest break that a quantity reaches, or -1. */
    int breakAt(long milli) {
        int reached = -1;
        while (reached + 1 < breaksFrom.length && breaksFrom[reached + 1] <= milli) {
            reached++;
        }
        return reached;
    }

    /** What is done to pieces that are lowered: exactly one of a share, an amount off, or a price. */
    record Lowering(long offPpm, long offMinor, long priceMinor) {

        private static final long NONE = -1;

        static Lowering off(Rate off) {
            return new Lowering(off.ppm(), NONE, NONE);
        }

        static Lowering amount(long offMinor) {
            return new Lowering(NONE, offMinor, NONE);
        }

        static Lowering price(long priceMinor) {
            return new Lowering(NONE, NONE, priceMinor);
        }

        /** Returns what it takes off pieces of a line that cost {@code amount} together; never more than that. */
        long taken(long amount, long milli) {
            if (offPpm != NONE) {
                return Portions.share(amount, offPpm);
            }
            return offMinor != NONE
                    ? Portions.ofQuantity(offMinor, milli, amount)
                    : amount - Portions.ofQuantity(priceMinor, milli, amount);
        }
    }

    /** The numbers of a rule while it is made; what a kind does not have stays empty. */
    private static final class Draft {

        private static final Lowering[] NO_LOWERING = {new Lowering(0, -1, -1)};

        private final Kind kind;
        private final ItemSelection[] slots;
        private int[] counts = {1};
        private long setSize = 1;
        private long lowered;
        private Lowering[] lowerings = NO_LOWERING;
        private long[] breaksFrom = {};
        private long amountMinor;
        private long spendMinor;

        Draft(Kind kind, ItemSelection... slots) {
            this.kind = kind;
            this.slots = slots;
        }

        Draft lowering(Lowering lowering) {
            lowerings = new Lowering[] {lowering};
            return this;
        }

        Draft spending(long spend, long amount) {
            spendMinor = spend;
            amountMinor = amount;
            return this;
        }

        Draft sets(int size, int cheapest) {
            setSize = size;
            lowered = cheapest;
            counts = new int[] {size};
            return this;
        }

        Draft counting(int... pieces) {
            counts = pieces;
            return this;
        }

        Draft breaks(List<QuantityBreaks.Break> breaks) {
            breaksFrom = breaks.stream().mapToLong(step -> step.from().milli()).toArray();
            lowerings = breaks.stream().map(Draft::lowering).toArray(Lowering[]::new);
            return this;
        }

        private static Lowering lowering(QuantityBreaks.Break step) {
            Rate off = step.off();
            return off != null ? Lowering.off(off) : Lowering.price(requireNonNull(step.priceMinor()));
        }
    }
}
