package org.tillwright.core.promotion;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A second, slow way to the best combination, written from docs/promotions.md alone: it tries every lawful one and works
 * each out by the letter. For small carts only, without customer conditions: all promotions given count.
 */
final class EveryCombination {

    private final ByTheLetter letter;
    private final List<PromotionLine> lines;
    private final List<Promotion> exclusive = new ArrayList<>();
    private final List<Promotion> stacking = new ArrayList<>();
    /** By line, exclusive promotion and slot: pieces counted in sets and breaks. */
    private final long[][][] inSets;
    /** By line: the exclusive promotion that gets the rest, or -1. */
    private final int[] rest;

    private final boolean[] spent;
    private BigInteger best = BigInteger.valueOf(-1);
    private long looked;

    private EveryCombination(List<PromotionLine> all, List<Promotion> promotions) {
        letter = new ByTheLetter(all);
        lines = letter.lines;
        List<Promotion> sorted = new ArrayList<>(promotions);
        sorted.sort(Comparator.comparingInt(Promotion::priority).thenComparing(Promotion::promotionId));
        for (Promotion promotion : sorted) {
            (promotion.combining() == Promotion.Combining.EXCLUSIVE ? exclusive : stacking).add(promotion);
        }
        inSets = new long[lines.size()][exclusive.size()][8];
        rest = new int[lines.size()];
        spent = new boolean[exclusive.size()];
    }

    /** Returns the most that can be taken off. */
    static long taken(List<PromotionLine> lines, List<Promotion> promotions) {
        EveryCombination every = new EveryCombination(lines, promotions);
        every.chooseSpending(0);
        return every.best.longValueExact();
    }

    // Choosing: spend thresholds first, then line by line.

    private void chooseSpending(int promotion) {
        if (promotion == exclusive.size()) {
            choosePieces(0, 0, 0, lines.isEmpty() ? 0 : ByTheLetter.pieces(lines.get(0)));
            return;
        }
        spent[promotion] = false;
        chooseSpending(promotion + 1);
        Effect effect = exclusive.get(promotion).effect();
        if (effect instanceof Effect.SpendPercent || effect instanceof Effect.SpendAmount) {
            spent[promotion] = true;
            if (noLineTwice()) {
                chooseSpending(promotion + 1);
            }
            spent[promotion] = false;
        }
    }

    private boolean noLineTwice() {
        for (int line = 0; line < lines.size(); line++) {
            if (spenders(line) > 1) {
                return false;
            }
        }
        return true;
    }

    private int spenders(int line) {
        int count = 0;
        for (int promotion = 0; promotion < exclusive.size(); promotion++) {
            count += spent[promotion]
                            && letter.selects(
                                    ByTheLetter.spendItems(
                                            exclusive.get(promotion).effect()),
                                    line)
                    ? 1
                    : 0;
        }
        return count;
    }

    private void choosePieces(int line, int promotion, int slot, long left) {
        if (line == lines.size()) {
            weigh();
            return;
        }
        if (spenders(line) > 0) {
            nextLine(line);
            return;
        }
        if (promotion == exclusive.size()) {
            chooseRest(line, left);
            return;
        }
        List<ByTheLetter.Slot> slots =
                ByTheLetter.slots(exclusive.get(promotion).effect());
        if (slot >= slots.size()) {
            choosePieces(line, promotion + 1, 0, left);
            return;
        }
        long most = letter.selects(slots.get(slot).items(), line) ? left : 0;
        for (long count = 0; count <= most; count++) {
            inSets[line][promotion][slot] = count;
            choosePieces(line, promotion, slot + 1, left - count);
        }
        inSets[line][promotion][slot] = 0;
    }

    private void nextLine(int line) {
        int next = line + 1;
        choosePieces(next, 0, 0, next < lines.size() ? ByTheLetter.pieces(lines.get(next)) : 0);
    }

    private void chooseRest(int line, long left) {
        rest[line] = -1;
        nextLine(line);
        for (int promotion = 0; left > 0 && promotion < exclusive.size(); promotion++) {
            Effect effect = exclusive.get(promotion).effect();
            ItemSelection items = ByTheLetter.eachItems(effect);
            if (items != null && letter.selects(items, line)) {
                rest[line] = promotion;
                nextLine(line);
            }
        }
        rest[line] = -1;
    }

    // Weighing: is it lawful, and what does it take off?

    private void weigh() {
        if (++looked > 3_000_000) {
            throw new IllegalStateException("too large a cart for a search of everything");
        }
        BigInteger taken = BigInteger.ZERO;
        long[] given = new long[lines.size()];
        List<List<ByTheLetter.Share>> shares = new ArrayList<>();
        exclusive.forEach(promotion -> shares.add(new ArrayList<>()));
        for (int line = 0; line < lines.size(); line++) {
            if (spenders(line) > 0) {
                given[line] = ByTheLetter.pieces(lines.get(line));
                continue;
            }
            for (int promotion = 0; promotion < exclusive.size(); promotion++) {
                for (int slot = 0; slot < 8; slot++) {
                    long count = inSets[line][promotion][slot];
                    if (count > 0) {
                        shares.get(promotion).add(letter.share(line, slot, given[line], count));
                        given[line] += count;
                    }
                }
            }
        }
        for (int promotion = 0; promotion < exclusive.size(); promotion++) {
            BigInteger off = spent[promotion]
                    ? spending(exclusive.get(promotion))
                    : ofShares(exclusive.get(promotion), shares.get(promotion));
            if (off == null) {
                return;
            }
            taken = taken.add(off);
        }
        long[] room = new long[exclusive.size()];
        for (int i = 0; i < room.length; i++) {
            room[i] = ByTheLetter.left(exclusive.get(i));
        }
        BigInteger[] open = new BigInteger[lines.size()];
        for (int line = 0; line < lines.size(); line++) {
            if (spenders(line) == 0 && rest[line] >= 0) {
                int promotion = rest[line];
                long count = Math.min(room[promotion], ByTheLetter.pieces(lines.get(line)) - given[line]);
                ByTheLetter.Share share = letter.share(line, 0, given[line], count);
                BigInteger off = ByTheLetter.each(exclusive.get(promotion).effect(), share.amount(), share.milli());
                if (count == 0 || off.signum() == 0) {
                    return;
                }
                room[promotion] -= count;
                given[line] += count;
                taken = taken.add(off);
            }
            open[line] = letter.share(line, 0, given[line], ByTheLetter.pieces(lines.get(line)) - given[line])
                    .amount();
        }
        best = best.max(taken.add(new TurnsByTheLetter(letter, stacking, given, open).taken()));
    }

    private @Nullable BigInteger spending(Promotion promotion) {
        Effect effect = promotion.effect();
        BigInteger sum = BigInteger.ZERO;
        BigInteger off = BigInteger.ZERO;
        for (int line = 0; line < lines.size(); line++) {
            if (letter.selects(ByTheLetter.spendItems(effect), line)) {
                BigInteger amount = BigInteger.valueOf(lines.get(line).amountMinor());
                sum = sum.add(amount);
                off = effect instanceof Effect.SpendPercent percent
                        ? off.add(ByTheLetter.share(amount, percent.off()))
                        : off;
            }
        }
        long threshold = effect instanceof Effect.SpendPercent percent
                ? percent.spendMinor()
                : ((Effect.SpendAmount) effect).spendMinor();
        if (sum.compareTo(BigInteger.valueOf(threshold)) < 0) {
            return null;
        }
        return effect instanceof Effect.SpendAmount amount ? sum.min(BigInteger.valueOf(amount.offMinor())) : off;
    }

    /** What an exclusive promotion takes off the pieces that it counts; null if they are not lawful. */
    private @Nullable BigInteger ofShares(Promotion promotion, List<ByTheLetter.Share> shares) {
        if (shares.isEmpty()) {
            return BigInteger.ZERO;
        }
        if (promotion.effect() instanceof Effect.QuantityBreaks breaks) {
            return ByTheLetter.sum(ByTheLetter.breaks(breaks, shares).values(), shares.isEmpty());
        }
        Map<Integer, BigInteger> off = letter.sets(promotion, shares);
        return off == null ? null : ByTheLetter.sum(off.values(), false);
    }
}
