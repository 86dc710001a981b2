package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.promotion.PromotionResult.Applied;
import org.tillwright.core.promotion.PromotionResult.IssuedCoupon;
import org.tillwright.core.promotion.PromotionResult.NotApplied;
import org.tillwright.core.promotion.PromotionResult.Reduction;

/** Tells what was applied, and why something near was not, or not more. */
final class Telling {

    private static final long MILLI = 1000;

    private final Goods goods;
    private final List<Touched> near;
    /** Pieces of each line that EXCLUSIVE promotions counted. */
    private final long[] gone;

    Telling(Goods goods, List<Touched> near) {
        this.goods = goods;
        this.near = near;
        this.gone = new long[goods.size];
        for (Touched touched : near) {
            for (int i = 0; touched.rule.isExclusive() && i < touched.size; i++) {
                gone[touched.lines[i]] += touched.counted(touched.lines[i]);
            }
        }
    }

    PromotionResult result(long bound) {
        List<Applied> applied = new ArrayList<>();
        List<NotApplied> notApplied = new ArrayList<>();
        List<IssuedCoupon> coupons = new ArrayList<>();
        for (Touched touched : near) {
            Promotion promotion = touched.rule.promotion;
            String id = promotion.promotionId();
            if (touched.takenInAll() > 0) {
                applied.add(new Applied(promotion, touched.times, reductions(touched), whyNotMore(touched)));
                continue;
            }
            if (touched.rule.kind == Rule.Kind.COUPON && touched.counts()) {
                long missing = touched.rule.spendMinor - paidFor(touched);
                if (missing <= 0) {
                    coupons.add(new IssuedCoupon(id, couponOf(promotion)));
                } else {
                    notApplied.add(new NotApplied(id, Reason.THRESHOLD_NOT_REACHED, missing));
                }
                continue;
            }
            notApplied.add(whyNot(touched));
        }
        return new PromotionResult(applied, notApplied, coupons, bound);
    }

    private static String couponOf(Promotion promotion) {
        return ((Effect.NextSaleCoupon) promotion.effect()).couponCode();
    }

    /** Returns what is left to pay of all that a rule selects, after everything. */
    private long paidFor(Touched selecting) {
        long paid = 0;
        for (int i = 0; i < selecting.size; i++) {
            int line = selecting.lines[i];
            paid += goods.amounts[line];
            for (Touched touched : near) {
                paid -= touched.taken(line);
            }
        }
        return paid;
    }

    private List<Reduction> reductions(Touched touched) {
        List<Reduction> reductions = new ArrayList<>();
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            if (touched.counted(line) > 0) {
                reductions.add(new Reduction(goods.numbers[line], touched.counted(line), touched.taken(line)));
            }
        }
        reductions.sort(Comparator.comparingInt(Reduction::lineNumber));
        return reductions;
    }

    private NotApplied whyNot(Touched touched) {
        if (touched.inactive != null) {
            return told(touched, touched.inactive, 0);
        }
        if (touched.size == 0) {
            return told(touched, touched.selectsWhatTakesNoPart ? Reason.ITEM_NOT_ELIGIBLE : Reason.NO_ITEM_IN_CART, 0);
        }
        if (takesAlone(touched) > 0) {
            boolean untouched = pieces(touched, 0, true) == pieces(touched, 0, false);
            return touched.missing > 0 && untouched
                    ? told(touched, Reason.THRESHOLD_NOT_REACHED, touched.missing)
                    : told(touched, Reason.ANOTHER_TAKES_MORE, 0);
        }
        long missing = missing(touched);
        if (missing <= 0) {
            return told(touched, Reason.PRICE_ALREADY_LOWER, 0);
        }
        return told(
                touched, touched.rule.kind.isSpend() ? Reason.THRESHOLD_NOT_REACHED : Reason.TOO_FEW_PIECES, missing);
    }

    /** Returns what it would take off were it the only promotion of the shop. */
    private long takesAlone(Touched touched) {
        return new Turns(goods, List.of(touched), new Steps(SearchLimits.STEPS))
                .take(goods.pieces.clone(), goods.amounts.clone(), false);
    }

    /** Returns what the whole cart is short of for its first set, break or threshold. */
    private long missing(Touched touched) {
        Rule rule = touched.rule;
        if (rule.kind.isSet()) {
            return missingForASet(touched, false) * MILLI;
        }
        if (rule.kind == Rule.Kind.BREAKS) {
            return rule.breaksFrom[0] - milli(touched, false);
        }
        return rule.kind.isSpend() ? rule.spendMinor - amount(touched) : 0;
    }

    /** Returns how many pieces are short for one (more) set, or 0. */
    private long missingForASet(Touched touched, boolean beyondWhatItCounted) {
        Rule rule = touched.rule;
        long missing = rule.piecesOfASet();
        long bySlot = 0;
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            missing -= goods.pieces[line] - (beyondWhatItCounted ? touched.counted(line) : 0);
        }
        for (int slot = 0; slot < rule.slots.length; slot++) {
            long pieces = 0;
            for (int i = 0; i < touched.size; i++) {
                int line = touched.lines[i];
                long free = goods.pieces[line] - (beyondWhatItCounted ? touched.counted(line) : 0);
                pieces += (touched.masks[i] >> slot & 1) * free;
            }
            bySlot += Math.max(0, rule.counts[slot] - pieces);
        }
        return Math.max(0, Math.max(missing, bySlot));
    }

    private long amount(Touched touched) {
        long sum = 0;
        for (int i = 0; i < touched.size; i++) {
            sum += goods.amounts[touched.lines[i]];
        }
        return sum;
    }

    private long milli(Touched touched, boolean countedOnly) {
        long sum = 0;
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            long pieces = countedOnly ? touched.counted(line) : goods.pieces[line];
            sum = Math.addExact(sum, pieces * goods.pieceMilli[line]);
        }
        return sum;
    }

    /** Returns how many pieces it selects and did not count; only those that others left open, if so wished. */
    private long pieces(Touched touched, long counted, boolean openOnly) {
        long sum = -counted;
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            sum += goods.pieces[line] - (openOnly ? gone[line] : 0);
        }
        return sum;
    }

    private @Nullable NotApplied whyNotMore(Touched touched) {
        Rule rule = touched.rule;
        if (rule.kind == Rule.Kind.BREAKS) {
            int next = rule.breakAt(milli(touched, true)) + 1;
            return next < rule.breaksFrom.length
                    ? told(touched, Reason.TOO_FEW_PIECES, rule.breaksFrom[next] - milli(touched, true))
                    : null;
        }
        long more = pieces(touched, touched.countedInAll(), false);
        if (rule.kind.isSpend() || more <= 0) {
            return null;
        }
        long missing = rule.kind.isSet() ? missingForASet(touched, true) : 0;
        if (missing > 0) {
            return told(touched, Reason.TOO_FEW_PIECES, missing * MILLI);
        }
        if (touched.times >= touched.left) {
            return told(touched, Reason.LIMIT_USED_UP, 0);
        }
        long byOthers = 0;
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            byOthers += gone[line] - (rule.isExclusive() ? touched.counted(line) : 0);
        }
        return told(touched, byOthers > 0 ? Reason.ANOTHER_TAKES_MORE : Reason.PRICE_ALREADY_LOWER, 0);
    }

    private static NotApplied told(Touched touched, Reason reason, long missing) {
        return new NotApplied(touched.rule.promotion.promotionId(), reason, missing);
    }
}
