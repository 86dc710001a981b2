package org.tillwright.core.promotion;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The turns of the stacking promotions on open pieces, by the letter of docs/promotions.md. */
final class TurnsByTheLetter {

    private final ByTheLetter letter;
    private final List<Promotion> stacking;
    private final long[] open;
    private final BigInteger[] left;

    TurnsByTheLetter(ByTheLetter letter, List<Promotion> stacking, long[] given, BigInteger[] amounts) {
        this.letter = letter;
        this.stacking = stacking;
        open = new long[given.length];
        for (int line = 0; line < open.length; line++) {
            open[line] = ByTheLetter.pieces(letter.lines.get(line)) - given[line];
        }
        left = amounts.clone();
    }

    BigInteger taken() {
        BigInteger taken = BigInteger.ZERO;
        for (Promotion promotion : stacking) {
            Map<Integer, BigInteger> off = turn(promotion);
            for (Map.Entry<Integer, BigInteger> line : off.entrySet()) {
                left[line.getKey()] = left[line.getKey()].subtract(line.getValue());
                taken = taken.add(line.getValue());
            }
        }
        return taken;
    }

    private Map<Integer, BigInteger> turn(Promotion promotion) {
        Effect effect = promotion.effect();
        ItemSelection items = ByTheLetter.eachItems(effect);
        if (items != null) {
            return onEach(promotion, items);
        }
        if (effect instanceof Effect.QuantityBreaks breaks) {
            return ByTheLetter.breaks(breaks, shares(breaks.items()));
        }
        if (effect instanceof Effect.SpendPercent || effect instanceof Effect.SpendAmount) {
            return onAll(effect);
        }
        return effect instanceof Effect.NextSaleCoupon ? Map.of() : mostOfSets(promotion);
    }

    private List<ByTheLetter.Share> shares(ItemSelection items) {
        List<ByTheLetter.Share> shares = new ArrayList<>();
        for (int line = 0; line < open.length; line++) {
            if (open[line] > 0 && letter.selects(items, line)) {
                shares.add(new ByTheLetter.Share(
                        line, 0, open[line], left[line], ByTheLetter.milli(letter.lines.get(line), open[line])));
            }
        }
        return shares;
    }

    private Map<Integer, BigInteger> onEach(Promotion promotion, ItemSelection items) {
        List<ByTheLetter.Share> shares = shares(items);
        long room = ByTheLetter.left(promotion);
        if (shares.stream().mapToLong(ByTheLetter.Share::pieces).sum() > room) {
            shares.sort((one, other) -> other.amount()
                    .multiply(BigInteger.valueOf(one.pieces()))
                    .compareTo(one.amount().multiply(BigInteger.valueOf(other.pieces()))));
        }
        Map<Integer, BigInteger> off = new TreeMap<>();
        for (ByTheLetter.Share share : shares) {
            long count = Math.min(room, share.pieces());
            BigInteger amount = ByTheLetter.lying(share.amount(), share.pieces(), 0, count);
            BigInteger taken = ByTheLetter.each(
                    promotion.effect(), amount, ByTheLetter.milli(letter.lines.get(share.line()), count));
            if (count > 0 && taken.signum() > 0) {
                off.put(share.line(), taken);
                room -= count;
            }
        }
        return off;
    }

    private Map<Integer, BigInteger> onAll(Effect effect) {
        Map<Integer, BigInteger> weights = new TreeMap<>(
                Comparator.comparingInt(line -> letter.lines.get(line).number()));
        shares(ByTheLetter.spendItems(effect)).forEach(share -> weights.put(share.line(), share.amount()));
        BigInteger sum = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (effect instanceof Effect.SpendAmount amount) {
            return sum.compareTo(BigInteger.valueOf(amount.spendMinor())) < 0
                    ? Map.of()
                    : ByTheLetter.spread(sum.min(BigInteger.valueOf(amount.offMinor())), weights);
        }
        Effect.SpendPercent percent = (Effect.SpendPercent) effect;
        Map<Integer, BigInteger> off = new TreeMap<>();
        if (sum.compareTo(BigInteger.valueOf(percent.spendMinor())) >= 0) {
            weights.forEach((line, amount) -> off.put(line, ByTheLetter.share(amount, percent.off())));
        }
        return off;
    }

    private Map<Integer, BigInteger> bestOff = Map.of();
    private BigInteger mostOff = BigInteger.ZERO;

    /** Tries larger counts of dearer lines first and keeps the first of the best. */
    private Map<Integer, BigInteger> mostOfSets(Promotion promotion) {
        bestOff = Map.of();
        mostOff = BigInteger.valueOf(-1);
        long[][] counts =
                new long[open.length][ByTheLetter.slots(promotion.effect()).size()];
        count(promotion, 0, 0, open.length == 0 ? 0 : open[0], counts);
        return bestOff;
    }

    private void count(Promotion promotion, int line, int slot, long free, long[][] counts) {
        if (line == open.length) {
            keepIfMore(promotion, counts);
            return;
        }
        if (slot == counts[line].length) {
            count(promotion, line + 1, 0, line + 1 < open.length ? open[line + 1] : 0, counts);
            return;
        }
        long most =
                letter.selects(ByTheLetter.slots(promotion.effect()).get(slot).items(), line) ? free : 0;
        for (long count = most; count >= 0; count--) {
            counts[line][slot] = count;
            count(promotion, line, slot + 1, free - count, counts);
        }
    }

    private void keepIfMore(Promotion promotion, long[][] counts) {
        List<ByTheLetter.Share> shares = new ArrayList<>();
        for (int line = 0; line < counts.length; line++) {
            long after = 0;
            for (int slot = 0; slot < counts[line].length; slot++) {
                long count = counts[line][slot];
                if (count > 0) {
                    BigInteger amount = ByTheLetter.lying(left[line], open[line], after, count);
                    shares.add(new ByTheLetter.Share(
                            line, slot, count, amount, ByTheLetter.milli(letter.lines.get(line), count)));
                    after += count;
                }
            }
        }
        Map<Integer, BigInteger> off = shares.isEmpty() ? Map.of() : letter.sets(promotion, shares);
        if (off != null) {
            BigInteger sum = off.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            if (sum.compareTo(mostOff) > 0) {
                mostOff = sum;
                bestOff = off;
            }
        }
    }
}
