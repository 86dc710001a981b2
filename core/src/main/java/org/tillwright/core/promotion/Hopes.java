package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Says what STACKING promotions could at most take off open pieces of a line, whatever happens to the other lines. Exact
 * where each line stands for itself; where lines depend on each other never too low, or the search would miss the best.
 *
 * <p>What is left of a line at the end never grows when an earlier promotion takes more, so each may be let to take its
 * most. Only what sets take is not subtracted before the next, because they may take it elsewhere.
 */
final class Hopes {

    private final Goods goods;
    private final List<Touched> stacking;
    /** By line: places in {@link #stacking} of the rules that select it. */
    private final int[][] rulesOf;

    private final long[][] known;
    /** By rule: what is at most left of its lines when its turn comes, and how much of them there is. */
    private final long[] amountOf;

    private final long[] piecesOf;
    private final long[] milliOf;
    private final List<SetWorth> worths = new ArrayList<>();

    Hopes(Goods goods, List<Touched> stacking) {
        this.goods = goods;
        this.stacking = stacking;
        this.known = new long[goods.size][];
        this.rulesOf = new int[goods.size][0];
        this.amountOf = new long[stacking.size()];
        this.piecesOf = new long[stacking.size()];
        this.milliOf = new long[stacking.size()];
        long[] sure = goods.amounts.clone();
        for (int rule = 0; rule < stacking.size(); rule++) {
            measure(rule, sure);
        }
        for (Touched touched : stacking) {
            worths.add(new SetWorth(goods, touched, isAlone(touched)));
        }
    }

    private boolean isAlone(Touched touched) {
        for (int i = 0; i < touched.size; i++) {
            if (rulesOf[touched.lines[i]].length > 1) {
                return false;
            }
        }
        return true;
    }

    private void measure(int rule, long[] sure) {
        Touched touched = stacking.get(rule);
        boolean alone = !touched.joinsLines(goods);
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            rulesOf[line] = Arrays.copyOf(rulesOf[line], rulesOf[line].length + 1);
            rulesOf[line][rulesOf[line].length - 1] = rule;
            long milli = goods.pieces[line] * goods.pieceMilli[line];
            amountOf[rule] += sure[line];
            piecesOf[rule] += goods.pieces[line];
            milliOf[rule] = Math.addExact(milliOf[rule], milli);
            if (alone) {
                sure[line] -= touched.rule.lowerings[0].taken(sure[line], milli);
            }
        }
    }

    /** Returns what amounts off the whole sale could take at most, of those that are settled or of all others. */
    long ofWholeSale(boolean settled, int[] lines) {
        long sum = 0;
        for (int rule = 0; rule < stacking.size(); rule++) {
            Touched touched = stacking.get(rule);
            if (touched.rule.kind == Rule.Kind.SPEND_AMOUNT
                    && touched.settled == settled
                    && isInReach(rule)
                    && touched.selectsOneOf(lines)) {
                sum += Math.min(touched.rule.amountMinor, amountOf[rule]);
            }
        }
        return sum;
    }

    /** True if the threshold of a rule could be reached were all pieces open. */
    boolean isInReach(int rule) {
        return amountOf[rule] >= stacking.get(rule).rule.spendMinor;
    }

    /**
     * Takes thresholds for granted, so that they do not join all lines of a sale: where they can never be reached, and where
     * no later promotion makes one line depend on another.
     *
     * @return true if that may turn out wrong
     */
    boolean settleThresholds() {
        boolean isLast = true;
        boolean mayBeWrong = false;
        for (int rule = stacking.size() - 1; rule >= 0; rule--) {
            Touched touched = stacking.get(rule);
            if (touched.rule.kind.isSpend()) {
                touched.settled = !isInReach(rule) || isLast;
                touched.inReach = isInReach(rule);
                mayBeWrong |= touched.settled && isInReach(rule);
            }
            isLast &= touched.settled || !touched.joinsLines(goods);
        }
        return mayBeWrong;
    }

    /** Returns what could at most be taken off the last {@code pieces} pieces of a line. */
    long of(int line, long pieces) {
        if (pieces == 0 || rulesOf[line].length == 0) {
            return 0;
        }
        if (goods.pieces[line] > SearchLimits.PIECES_OF_A_LINE) {
            return workedOut(line, pieces);
        }
        if (known[line] == null) {
            known[line] = new long[(int) goods.pieces[line] + 1];
            Arrays.fill(known[line], -1);
        }
        long[] ofLine = known[line];
        if (ofLine[(int) pieces] < 0) {
            ofLine[(int) pieces] = workedOut(line, pieces);
        }
        return ofLine[(int) pieces];
    }

    private long workedOut(int line, long pieces) {
        long all = goods.amounts[line];
        long amount = all - Portions.first(all, goods.pieces[line], goods.pieces[line] - pieces);
        long left = amount;
        long inSets = 0;
        boolean sure = true;
        for (int rule : rulesOf[line]) {
            Touched touched = stacking.get(rule);
            if (touched.rule.kind.isSet()) {
                long most = worths.get(rule).most(line, sure ? left : amount, amount, pieces);
                inSets += piecesOf[rule] < touched.rule.piecesOfASet() ? 0 : most;
            } else {
                left -= ofPieces(rule, touched.rule, left, pieces * goods.pieceMilli[line]);
                sure &= !touched.joinsLines(goods);
            }
        }
        return Math.min(amount, amount - left + inSets);
    }

    private long ofPieces(int index, Rule rule, long left, long milli) {
        return switch (rule.kind) {
            case EACH -> rule.lowerings[0].taken(left, milli);
            case SPEND_PERCENT -> amountOf[index] < rule.spendMinor ? 0 : rule.lowerings[0].taken(left, milli);
            case BREAKS -> mostOfBreaks(index, rule, left, milli);
            default -> 0;
        };
    }

    private long mostOfBreaks(int index, Rule rule, long left, long milli) {
        long most = 0;
        for (int step = 0; step <= rule.breakAt(milliOf[index]); step++) {
            most = Math.max(most, rule.lowerings[step].taken(left, milli));
        }
        return most;
    }
}
